package kz.zharshy.config;

import java.util.List;

/** A piece of YAML that remembers its place. */
sealed interface Node {
  Place place();

  /** A word of what this is, for error messages. */
  String kind();

  /** Text, a number or a yes-or-no, as it was written. */
  record Scalar(Place place, String text) implements Node {
    @Override
    public String kind() {
      return "one value";
    }
  }

  /** A list. */
  record Items(Place place, List<Node> items) implements Node {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Keys with their values; a key may stand twice, which its reader has to refuse. */
  record Entries(Place place, List<Entry> entries) implements Node {
    public Entries {
      entries = List.copyOf(entries);
    }

    @Override
    public String kind() {
      return "a group of keys";
    }
  }

  /** Nothing: {@code key:} with no value, or {@code null}. */
  record Nothing(Place place) implements Node {
    @Override
    public String kind() {
      return "empty";
    }
  }

  /** A key, its place, and its value. */
  record Entry(Place place, String key, Node value) {}
}
