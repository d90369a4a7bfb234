package kz.zharshy.config;

import static kz.zharshy.config.Complaints.quoted;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how posts look in a channel from the channel's keys. */
final class LookReader {
  static final List<String> KEYS =
      List.of(
          ("length hashtags preview protect tracking silent-priorities silent-hours" + " siblings")
              .split(" ", -1));

  private static final List<String> LENGTHS = List.of("split", "excerpt", "quote", "rich");
  private static final List<String> HASHTAGS = List.of("all", "section", "none");
  private static final List<String> PREVIEWS = List.of("picture", "page", "none");
  private static final List<String> SIBLINGS = List.of("buttons", "links", "none");
  private static final List<String> PRIORITIES = List.of("breaking", "normal", "low");
  private static final Pattern TRACKING =
      Pattern.compile("[\\w.~%+-]+=[\\w.~%+-]*(?:&[\\w.~%+-]+=[\\w.~%+-]*)*");
  private static final Pattern HOURS =
      Pattern.compile("([01]?\\d|2[0-3]):([0-5]\\d)\\s*[-–]\\s*([01]?\\d|2[0-3]):([0-5]\\d)");

  private LookReader() {}

  static ChannelLook read(Parts parts) {
    ChannelLook usual = ChannelLook.USUAL;
    return new ChannelLook(
        parts.value("length", word(LENGTHS)).orElse(usual.length()),
        parts.value("hashtags", word(HASHTAGS)).orElse(usual.hashtags()),
        parts.value("preview", word(PREVIEWS)).orElse(usual.preview()),
        parts.value("protect", Values::yesOrNo).orElse(usual.protect()),
        parts.value("tracking", LookReader::tracking).orElse(usual.tracking()),
        silence(parts),
        parts.value("siblings", word(SIBLINGS)).orElse(usual.siblings()));
  }

  private static ChannelLook.Silence silence(Parts parts) {
    ChannelLook.Silence none = ChannelLook.Silence.NONE;
    List<LocalTime> hours =
        parts.value("silent-hours", LookReader::hours).orElse(List.of(none.from(), none.to()));
    return new ChannelLook.Silence(
        parts.value("silent-priorities", LookReader::priorities).orElse(none.priorities()),
        hours.get(0),
        hours.get(1));
  }

  private static ValueReader<String> word(List<String> words) {
    return (node, complaints) -> word(node, words, complaints);
  }

  private static Optional<String> word(Node node, List<String> words, Complaints complaints) {
    Optional<String> text = Values.text(node, complaints).map(w -> w.toLowerCase(Locale.ROOT));
    if (text.isPresent() && !words.contains(text.get())) {
      complaints.at(
          node,
          "%s does not fit. Write one of %s.%s"
              .formatted(
                  quoted(text.get()),
                  String.join(", ", words),
                  ClosestKey.hint(text.get(), words)));
    }
    return text.filter(words::contains);
  }

  private static Optional<String> tracking(Node node, Complaints complaints) {
    Optional<String> text = Values.text(node, complaints);
    if (text.isPresent() && !TRACKING.matcher(text.get()).matches()) {
      complaints.at(
          node,
          quoted(text.get())
              + " are no parameters of an address. Write them as in utm_source=telegram&a=1.");
      return Optional.empty();
    }
    return text;
  }

  private static Optional<List<String>> priorities(Node node, Complaints complaints) {
    if (!(node instanceof Node.Items list)) {
      complaints.at(node, "A list is wanted, for example [low].");
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    list.items().forEach(item -> word(item, PRIORITIES, complaints).ifPresent(words::add));
    return Optional.of(List.copyOf(words));
  }

  private static Optional<List<LocalTime>> hours(Node node, Complaints complaints) {
    Optional<String> text = Values.text(node, complaints);
    Optional<Matcher> hours = text.map(HOURS::matcher).filter(Matcher::matches);
    if (text.isPresent() && hours.isEmpty()) {
      complaints.at(node, quoted(text.get()) + " are no hours. Write them as in \"23:00-07:00\".");
    }
    return hours.map(found -> List.of(time(found, 1), time(found, 3)));
  }

  private static LocalTime time(Matcher hours, int group) {
    return LocalTime.of(
        Integer.parseInt(hours.group(group)), Integer.parseInt(hours.group(group + 1)));
  }
}
