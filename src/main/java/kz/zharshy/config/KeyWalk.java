package kz.zharshy.config;

import static kz.zharshy.config.Complaints.quoted;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the values of the known keys in a file, and what is no key. */
final class KeyWalk {
  private final List<String> keys;
  private final Map<String, Node> found;
  private final Problems problems;
  private final Map<String, Place> places = new HashMap<>();

  KeyWalk(List<String> keys, Map<String, Node> found, Problems problems) {
    this.keys = keys;
    this.found = found;
    this.problems = problems;
  }

  void document(Node document) {
    if (document instanceof Node.Entries entries) {
      walk("", entries);
    } else if (!(document instanceof Node.Nothing)) {
      problems.add(
          document.place(),
          "",
          "Settings are keys with values, for example: time-zone: Asia/Almaty");
    }
  }

  private void walk(String prefix, Node.Entries entries) {
    for (Node.Entry entry : entries.entries()) {
      String key = prefix + entry.key();
      Place first = places.putIfAbsent(key, entry.place());
      if (first != null) {
        problems.add(
            entry.place(), key, "This is written twice, first at " + first + ". Keep one.");
      } else if (keys.contains(key)) {
        found.put(key, entry.value());
      } else {
        group(key, entry);
      }
    }
  }

  private void group(String key, Node.Entry entry) {
    List<String> members = keys.stream().filter(name -> name.startsWith(key + ".")).toList();
    if (members.isEmpty()) {
      problems.add(entry.place(), "", quoted(key) + " is no setting." + ClosestKey.hint(key, keys));
    } else if (entry.value() instanceof Node.Entries group) {
      walk(key + ".", group);
    } else if (!(entry.value() instanceof Node.Nothing)) {
      problems.add(
          entry.value().place(),
          key,
          "This is a group of keys, not one value. It holds " + String.join(", ", members) + ".");
    }
  }
}
