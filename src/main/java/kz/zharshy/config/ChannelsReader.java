package kz.zharshy.config;

import static kz.zharshy.config.Complaints.quoted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the list of channels. The name of each comes out of its footer. */
record ChannelsReader(
    Function<String, List<String>> channelsIn,
    List<String> languages,
    Function<String, Optional<String>> timetableProblem)
    implements ValueReader<List<ChannelSettings>> {
  private static final List<String> KEYS =
      Stream.concat(Stream.of("footer", "languages", "timetable"), LookReader.KEYS.stream())
          .toList();
  private static final String EXAMPLE = "[{footer: \"Subscribe! https://t.me/example_news\"}]";

  ChannelsReader {
    languages = List.copyOf(languages);
  }

  @Override
  public Optional<List<ChannelSettings>> read(Node node, Complaints complaints) {
    if (!(node instanceof Node.Items list)) {
      complaints.at(node, "A list is wanted, for example " + EXAMPLE + ".");
      return Optional.empty();
    }
    List<ChannelSettings> channels = new ArrayList<>();
    Map<String, Place> seen = new HashMap<>();
    for (int i = 0; i < list.items().size(); i++) {
      Node item = list.items().get(i);
      Complaints inside = complaints.within("[" + i + "]");
      Optional<ChannelSettings> channel = channel(item, inside);
      channel.ifPresent(found -> refuseSecond(found, item.place(), seen, inside));
      channel.ifPresent(channels::add);
    }
    return Optional.of(List.copyOf(channels));
  }

  private static void refuseSecond(
      ChannelSettings channel, Place place, Map<String, Place> seen, Complaints complaints) {
    Place first = seen.putIfAbsent(channel.name().toLowerCase(Locale.ROOT), place);
    if (first != null) {
      complaints.at(
          place,
          "@%s is listed twice, first at %s. Put all its languages into one entry."
              .formatted(channel.name(), first));
    }
  }

  private Optional<ChannelSettings> channel(Node node, Complaints complaints) {
    if (!(node instanceof Node.Entries entries)) {
      complaints.at(node, "A channel is written with its keys, for example " + EXAMPLE + ".");
      return Optional.empty();
    }
    Map<String, Node> parts = known(entries, KEYS, "a channel", complaints);
    List<String> spoken = languages(parts.get("languages"), complaints.within(".languages"));
    ChannelLook look = LookReader.read(parts, complaints);
    String timetable = timetable(parts.get("timetable"), complaints.within(".timetable"));
    Node footer = parts.get("footer");
    if (footer == null) {
      complaints.at(
          entries.place(),
          "The footer is missing. It names the channel, for example " + EXAMPLE + ".");
      return Optional.empty();
    }
    Map<String, String> footers = footers(footer, complaints.within(".footer"));
    return name(footers, footer, complaints.within(".footer"))
        .map(name -> new ChannelSettings(name, completed(footers), spoken, look, timetable));
  }

  private String timetable(@Nullable Node node, Complaints complaints) {
    if (node == null || node instanceof Node.Nothing) {
      return "";
    }
    String text = Values.text(node, complaints).orElse("");
    timetableProblem.apply(text).ifPresent(problem -> complaints.at(node, problem));
    return text;
  }

  static Map<String, Node> known(
      Node.Entries entries, List<String> keys, String what, Complaints complaints) {
    Map<String, Node> parts = new LinkedHashMap<>();
    for (Node.Entry entry : entries.entries()) {
      if (!keys.contains(entry.key())) {
        complaints.at(
            entry.place(),
            "%s is unknown; %s has %s.%s"
                .formatted(
                    quoted(entry.key()),
                    what,
                    String.join(", ", keys),
                    ClosestKey.hint(entry.key(), keys)));
      } else if (parts.put(entry.key(), entry.value()) != null) {
        complaints.at(entry.place(), quoted(entry.key()) + " is written twice. Keep one.");
      }
    }
    return parts;
  }

  private List<String> languages(@Nullable Node node, Complaints complaints) {
    if (node == null || node instanceof Node.Nothing) {
      return languages;
    }
    if (!(node instanceof Node.Items list) || list.items().isEmpty()) {
      complaints.at(node, "A list is wanted, for example [" + String.join(", ", languages) + "].");
      return languages;
    }
    List<String> spoken = new ArrayList<>();
    for (Node item : list.items()) {
      Values.text(item, complaints).ifPresent(code -> spoken.add(language(code, item, complaints)));
    }
    return spoken.stream().distinct().toList();
  }

  private String language(String code, Node node, Complaints complaints) {
    String lower = code.toLowerCase(Locale.ROOT);
    if (!languages.contains(lower)) {
      complaints.at(
          node,
          "%s is no language that the bot speaks. It speaks %s."
              .formatted(quoted(code), String.join(", ", languages)));
    }
    return lower;
  }

  /** The footers by language; one for all stands under the first. */
  private Map<String, String> footers(Node node, Complaints complaints) {
    Map<String, String> footers = new LinkedHashMap<>();
    if (node instanceof Node.Entries entries) {
      known(entries, languages, "the footer by language", complaints)
          .forEach(
              (code, text) ->
                  Values.text(text, complaints.within("." + code))
                      .ifPresent(footer -> footers.put(code, footer)));
    } else {
      Values.text(node, complaints).ifPresent(footer -> footers.put(languages.get(0), footer));
    }
    return footers;
  }

  /** A language without a footer of its own gets the first. */
  private Map<String, String> completed(Map<String, String> footers) {
    String first = footers.values().iterator().next();
    return languages.stream()
        .collect(Collectors.toMap(code -> code, code -> footers.getOrDefault(code, first)));
  }

  private Optional<String> name(Map<String, String> footers, Node node, Complaints complaints) {
    Map<String, String> names = new LinkedHashMap<>();
    boolean right = !footers.isEmpty();
    for (String footer : footers.values()) {
      List<String> found = channelsIn.apply(footer);
      if (found.isEmpty()) {
        complaints.at(
            node,
            "The footer names no channel. End it with the channel's address, for example"
                + " https://t.me/example_news.");
        right = false;
      }
      found.forEach(name -> names.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
    }
    if (names.size() > 1) {
      complaints.at(
          node,
          "The footer names %s channels, @%s. Leave the one that the articles go to; another channel gets an entry of its own."
              .formatted(
                  names.size() == 2 ? "two" : Integer.toString(names.size()),
                  String.join(" and @", names.values())));
      right = false;
    }
    return right ? names.values().stream().findFirst() : Optional.empty();
  }
}
