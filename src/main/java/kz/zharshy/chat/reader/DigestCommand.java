package kz.zharshy.chat.reader;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.chat.digest.DigestTimes;
import kz.zharshy.chat.reader.Sections.Section;
import kz.zharshy.language.DateWords;
import kz.zharshy.language.Language;
import kz.zharshy.store.Readers.Digest;
import kz.zharshy.store.Readers.Reader;
import kz.zharshy.store.Readers.Rhythm;

/**
 * {@code /digest}: a list of headlines that comes by itself. {@code /digest daily 8 kk}, {@code
 * /digest weekly}, {@code /digest off}, {@code /digest Asia/Aqtobe}, {@code /digest sport}; each
 * word changes one wish, and buttons say the same.
 */
record DigestCommand(ReaderContext stand) implements Command {
  private static final Pattern HOUR = Pattern.compile("([01]?[0-9]|2[0-3])(?:[:.]00)?");
  private static final Pattern OFFSET = Pattern.compile("(?:UTC|GMT)?[+-][0-9]{1,2}(?::[0-9]{2})?");
  private static final int HOURS = 24;
  private static final int SHOWN_SECTIONS = 6;
  private static final DateWords DATES = new DateWords();

  @Override
  public CommandInfo info() {
    return CommandInfo.of("digest", Role.READER);
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    if (!request.privately()) {
      return Reply.say(stand.say(language, "privately", stand.botName()));
    }
    String words = request.words();
    Digest digest = known(request).map(Reader::digest).orElse(Digest.NONE);
    if (!words.isEmpty()) {
      Optional<ZoneId> zone = zone(words);
      Optional<Digest> wanted = wanted(digest, words);
      if (zone.isPresent()) {
        live(request, digest, zone.get());
      } else if (words.equals("quiet") || words.equals("loud")) {
        stand.readers().rest(user(request), words.equals("quiet"), stand.clock().instant());
      } else if (wanted.isPresent()) {
        subscribe(request, wanted.get());
      } else {
        return Reply.change(menu(request, stand.say(language, "digest.unclear") + "\n\n"));
      }
    }
    return Reply.change(menu(request, ""));
  }

  private void live(Request request, Digest digest, ZoneId zone) {
    Instant now = stand.clock().instant();
    Instant next = DigestTimes.next(digest, zone, now).orElse(null);
    stand.readers().live(user(request), zone, next, now);
  }

  private void subscribe(Request request, Digest digest) {
    Instant now = stand.clock().instant();
    ZoneId zone = stand.zoneOf(request.requester());
    Instant next = DigestTimes.next(digest, zone, now).orElse(null);
    stand.readers().subscribe(user(request), request.requester().language(), digest, next, now);
  }

  /** A zone by its name, or by how far its clock is from Greenwich. */
  private static Optional<ZoneId> zone(String words) {
    String name = words.toUpperCase(Locale.ROOT);
    try {
      if (OFFSET.matcher(name).matches()) {
        String sign = name.replaceFirst("^(?:UTC|GMT)", "");
        return Optional.of(ZoneId.of("UTC" + sign));
      }
      return ZoneId.getAvailableZoneIds().stream()
          .filter(id -> id.contains("/") && id.equalsIgnoreCase(words))
          .findFirst()
          .map(ZoneId::of);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Optional<Digest> wanted(Digest digest, String words) {
    Optional<Section> section = new Sections(stand.archive()).find(words);
    if (section.isPresent()) {
      return Optional.of(toggled(digest, section.get()));
    }
    Digest wanted = digest;
    for (String word : words.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
      Optional<Digest> changed = changed(wanted, word);
      if (changed.isEmpty()) {
        return Optional.empty();
      }
      wanted = changed.get();
    }
    return Optional.of(wanted);
  }

  private static Optional<Digest> changed(Digest digest, String word) {
    for (Rhythm rhythm : Rhythm.values()) {
      if (rhythm.name().equalsIgnoreCase(word)) {
        return Optional.of(
            new Digest(rhythm, digest.hour(), digest.languages(), digest.sections()));
      }
    }
    Matcher hour = HOUR.matcher(word);
    if (hour.matches()) {
      int at = Integer.parseInt(hour.group(1));
      // Who names an hour wants a digest.
      Rhythm rhythm = digest.rhythm() == Rhythm.OFF ? Rhythm.DAILY : digest.rhythm();
      return Optional.of(new Digest(rhythm, at, digest.languages(), digest.sections()));
    }
    return Language.ofCode(word).map(language -> toggled(digest, language));
  }

  private static Digest toggled(Digest digest, Language language) {
    Set<Language> languages = new TreeSet<>(digest.languages());
    if (!languages.remove(language)) {
      languages.add(language);
    }
    return new Digest(digest.rhythm(), digest.hour(), languages, digest.sections());
  }

  private static Digest toggled(Digest digest, Section section) {
    List<String> names = new ArrayList<>(digest.sections());
    if (!names.remove(section.name())) {
      names.add(section.name());
    }
    return new Digest(digest.rhythm(), digest.hour(), digest.languages(), names);
  }

  private Answer menu(Request request, String before) {
    Language language = request.requester().language();
    Optional<Reader> reader = known(request);
    Digest digest = reader.map(Reader::digest).orElse(Digest.NONE);
    String state =
        reader
            .map(known -> new ReaderPreferences(stand).digest(language, known))
            .orElseGet(() -> stand.say(language, "digest.none"));
    StringBuilder text = new StringBuilder(before);
    text.append(stand.say(language, "digest.state", state));
    Instant next = reader.map(Reader::next).orElse(null);
    if (next != null) {
      LocalDateTime at = LocalDateTime.ofInstant(next, stand.zoneOf(request.requester()));
      text.append("\n").append(stand.say(language, "my.next", DATES.dateTime(language, at)));
    }
    ZoneId own = reader.map(Reader::zone).orElse(null);
    if (own != null) {
      text.append("\n").append(stand.say(language, "my.zone", own.getId()));
    }
    text.append("\n\n").append(stand.say(language, "digest.help"));
    boolean quiet = reader.map(Reader::quiet).orElse(true);
    return Answer.of(text.toString()).with(buttons(language, digest, quiet));
  }

  private Buttons buttons(Language language, Digest digest, boolean quiet) {
    Buttons buttons =
        Buttons.none()
            .row(
                rhythm(stand.say(language, "digest.button.daily"), digest, Rhythm.DAILY),
                rhythm(stand.say(language, "digest.button.weekly"), digest, Rhythm.WEEKLY),
                rhythm(stand.say(language, "digest.button.off"), digest, Rhythm.OFF));
    if (digest.rhythm() == Rhythm.OFF) {
      return buttons;
    }
    int hour = digest.hour();
    buttons =
        buttons
            .row(hour((hour + HOURS - 1) % HOURS, "‹ "), hour((hour + 1) % HOURS, "› "))
            .row(
                ticked(language(Language.KK), "kk", digest.languages().contains(Language.KK)),
                ticked(language(Language.RU), "ru", digest.languages().contains(Language.RU)),
                ticked(language(Language.EN), "en", digest.languages().contains(Language.EN)));
    List<Section> all = new Sections(stand.archive()).all();
    for (Section section : all.subList(0, Math.min(SHOWN_SECTIONS, all.size()))) {
      boolean chosen = digest.sections().contains(section.name());
      buttons = buttons.row(ticked(section.name(), section.mark(), chosen));
    }
    String night = stand.say(language, "digest.quiet");
    return buttons.row(ticked(night, quiet ? "loud" : "quiet", quiet));
  }

  private static Button rhythm(String label, Digest digest, Rhythm rhythm) {
    String word = rhythm.name().toLowerCase(Locale.ROOT);
    return ticked(label, word, digest.rhythm() == rhythm);
  }

  private static Button hour(int hour, String sign) {
    return Button.says(sign + ReaderPreferences.hour(hour), "digest " + hour);
  }

  private static Button ticked(String label, String words, boolean on) {
    return Button.says(on ? "✓ " + label : label, "digest " + words);
  }

  private String language(Language language) {
    return stand.say(language, "language.name");
  }

  private Optional<Reader> known(Request request) {
    return stand.readers().find(user(request));
  }

  private static long user(Request request) {
    return request.requester().userId();
  }
}
