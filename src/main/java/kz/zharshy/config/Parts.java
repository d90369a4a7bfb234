package kz.zharshy.config;

import static kz.zharshy.config.Complaints.quoted;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is written of one thing of a list, by its keys. */
record Parts(Place place, Map<String, Node> nodes, Complaints complaints) {
  /**
   * The things of a list.
   *
   * @param what one of them, such as {@code a feed}
   * @param keys with which it is written
   */
  static <T> Optional<List<T>> list(
      Node node,
      Complaints complaints,
      String what,
      List<String> keys,
      String example,
      Function<Parts, Optional<T>> reader) {
    if (!(node instanceof Node.Items list)) {
      complaints.at(node, "A list is wanted, for example " + example + ".");
      return Optional.empty();
    }
    List<T> things = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      Node item = list.items().get(i);
      Complaints inside = complaints.within("[" + i + "]");
      if (item instanceof Node.Entries entries) {
        reader
            .apply(new Parts(item.place(), known(entries, keys, what, inside), inside))
            .ifPresent(things::add);
      } else {
        String thing = "A" + what.substring(1);
        inside.at(item, thing + " is written with its keys, for example " + example + ".");
      }
    }
    return Optional.of(List.copyOf(things));
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

  /** Says what is wrong with the thing as a whole. */
  void complain(String message) {
    complaints.at(place, message);
  }

  /** The value of a key; empty where it is not there, or is wrong. */
  <T> Optional<T> value(String key, ValueReader<T> reader) {
    Node node = nodes.get(key);
    return node == null || node instanceof Node.Nothing
        ? Optional.empty()
        : reader.read(node, complaints.within("." + key));
  }
}
