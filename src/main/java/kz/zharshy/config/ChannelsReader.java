package kz.zharshy.config;

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
    Map<String, Place> seen = new HashMap<>();
    return Parts.list(
        node,
        complaints,
        "a channel",
        KEYS,
        EXAMPLE,
        parts -> {
          Optional<ChannelSettings> channel = channel(parts);
          channel.ifPresent(found -> refuseSecond(found, parts.place(), seen, parts.complaints()));
          return channel;
        });
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

  private Optional<ChannelSettings> channel(Parts parts) {
    List<String> spoken = parts.value("languages", this::languages).orElse(languages);
    ChannelLook look = LookReader.read(parts);
    String timetable = parts.value("timetable", this::timetable).orElse("");
    Node footer = parts.nodes().get("footer");
    if (footer == null) {
      parts.complain("The footer is missing. It names the channel, for example " + EXAMPLE + ".");
      return Optional.empty();
    }
    Complaints inside = parts.complaints().within(".footer");
    Map<String, String> footers = footers(footer, inside);
    return name(footers, footer, inside)
        .map(name -> new ChannelSettings(name, completed(footers), spoken, look, timetable));
  }

  private Optional<String> timetable(Node node, Complaints complaints) {
    Optional<String> text = Values.text(node, complaints);
    timetableProblem.apply(text.orElse("")).ifPresent(problem -> complaints.at(node, problem));
    return text;
  }

  private Optional<List<String>> languages(Node node, Complaints complaints) {
    if (!(node instanceof Node.Items list) || list.items().isEmpty()) {
      complaints.at(node, "A list is wanted, for example [" + String.join(", ", languages) + "].");
      return Optional.empty();
    }
    List<String> spoken = new ArrayList<>();
    for (Node item : list.items()) {
      Values.language(languages).read(item, complaints).ifPresent(spoken::add);
    }
    return Optional.of(spoken.stream().distinct().toList());
  }

  /** The footers by language; one for all stands under the first. */
  private Map<String, String> footers(Node node, Complaints complaints) {
    Map<String, String> footers = new LinkedHashMap<>();
    if (node instanceof Node.Entries entries) {
      Parts.known(entries, languages, "the footer by language", complaints)
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
