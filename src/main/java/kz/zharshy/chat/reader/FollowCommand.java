package kz.zharshy.chat.reader;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import kz.zharshy.chat.Answer;
import kz.zharshy.chat.Buttons;
import kz.zharshy.chat.Buttons.Button;
import kz.zharshy.chat.Command;
import kz.zharshy.chat.CommandInfo;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.chat.reader.Sections.Section;
import kz.zharshy.language.Language;
import kz.zharshy.search.NormalizedKeys;
import kz.zharshy.store.Readers.Follow;
import kz.zharshy.store.Readers.Kind;

/**
 * {@code /follow} and {@code /unfollow}: a section, a {@code #tag}, a word, or breaking news only.
 * Both show what is followed, with a button that ends each.
 */
record FollowCommand(ReaderContext stand, boolean begins) implements Command {
  /** A bundle of them still fits on a phone. */
  private static final int MOST = 30;

  private static final int LONGEST = 40;
  private static final int SUGGESTED = 6;

  /** Breaking news in all three languages, folded. */
  private static final Set<String> BREAKING =
      Set.of("breaking", "срочно", "срочные", "срочные новости", "шугыл", "шугыл жаналыктар");

  @Override
  public CommandInfo info() {
    return CommandInfo.of(begins ? "follow" : "unfollow", Role.READER);
  }

  @Override
  public Reply answer(Request request) {
    Language language = request.requester().language();
    if (!request.privately()) {
      return Reply.say(stand.say(language, "privately", stand.botName()));
    }
    long user = request.requester().userId();
    if (request.words().isEmpty()) {
      return Reply.change(list(language, user, stand.say(language, usage(user))));
    }
    return begins ? begin(request, user, language) : end(request, user, language);
  }

  private String usage(long user) {
    if (begins) {
      return "follow.usage";
    }
    return stand.readers().follows(user).isEmpty() ? "unfollow.nothing" : "unfollow.usage";
  }

  private Reply begin(Request request, long user, Language language) {
    Optional<Follow> wanted = wanted(request.words());
    if (wanted.isEmpty()) {
      return Reply.change(list(language, user, stand.say(language, "follow.unclear")));
    }
    List<Follow> follows = stand.readers().follows(user);
    String name = new ReaderPreferences(stand).name(language, wanted.get());
    if (follows.size() >= MOST && follows.stream().noneMatch(same(wanted.get()))) {
      return Reply.change(list(language, user, stand.say(language, "follow.most", MOST)));
    }
    stand.readers().follow(user, language, wanted.get(), stand.clock().instant());
    return Reply.change(list(language, user, stand.say(language, "follow.begun", name)));
  }

  private Reply end(Request request, long user, Language language) {
    String words = request.words();
    Optional<Follow> ended =
        stand.readers().follows(user).stream()
            .filter(follow -> mark(follow).equals(words) || isNamed(follow, words))
            .min(Comparator.comparing(follow -> isTag(words) != (follow.kind() == Kind.TAG)));
    if (ended.isEmpty()) {
      return Reply.change(list(language, user, stand.say(language, "unfollow.none")));
    }
    stand.readers().unfollow(user, ended.get().kind(), ended.get().key());
    String name = new ReaderPreferences(stand).name(language, ended.get());
    return Reply.change(list(language, user, stand.say(language, "unfollow.done", name)));
  }

  private Optional<Follow> wanted(String words) {
    Optional<Section> section = new Sections(stand.archive()).find(words);
    if (section.isPresent()) {
      return Optional.of(new Follow(Kind.SECTION, section.get().key(), section.get().name()));
    }
    String key = NormalizedKeys.of(words);
    if (key.isEmpty() || words.length() > LONGEST) {
      return Optional.empty();
    }
    if (BREAKING.contains(key)) {
      return Optional.of(new Follow(Kind.BREAKING, "", ""));
    }
    return Optional.of(
        isTag(words)
            ? new Follow(Kind.TAG, key, words.substring(1).strip())
            : new Follow(Kind.WORD, key, words));
  }

  private static boolean isTag(String words) {
    return words.startsWith("#");
  }

  private static Predicate<Follow> same(Follow wanted) {
    return follow -> follow.kind() == wanted.kind() && follow.key().equals(wanted.key());
  }

  private static boolean isNamed(Follow follow, String words) {
    String key = NormalizedKeys.of(words);
    return follow.kind() == Kind.BREAKING ? BREAKING.contains(key) : follow.key().equals(key);
  }

  /** By which a button names it. */
  private static String mark(Follow follow) {
    return "=" + Sections.hash(follow.kind() + " " + follow.key());
  }

  private Answer list(Language language, long user, String words) {
    List<Follow> follows = stand.readers().follows(user);
    Buttons buttons = Buttons.none();
    for (Follow follow : follows) {
      String label = "✕ " + new ReaderPreferences(stand).name(language, follow);
      buttons = buttons.row(Button.says(label, "unfollow " + mark(follow)));
    }
    if (follows.stream().noneMatch(follow -> follow.kind() == Kind.BREAKING)) {
      String label = "+ " + stand.say(language, "follow.breaking");
      buttons = buttons.row(Button.says(label, "follow breaking"));
    }
    int suggested = 0;
    for (Section section : new Sections(stand.archive()).all()) {
      boolean followed =
          follows.stream().anyMatch(same(new Follow(Kind.SECTION, section.key(), section.name())));
      if (!followed && suggested++ < SUGGESTED) {
        buttons = buttons.row(Button.says("+ " + section.name(), "follow " + section.mark()));
      }
    }
    return Answer.of(words).with(buttons);
  }
}
