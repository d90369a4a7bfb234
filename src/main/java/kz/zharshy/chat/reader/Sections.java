package kz.zharshy.chat.reader;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import kz.zharshy.search.NormalizedKeys;
import kz.zharshy.store.Archive;

/**
 * The sections of the archive. Names that differ in capital letters only are one section; a button
 * names it by a short mark, as its data has no room for the name.
 */
record Sections(Archive archive) {
  private static final String MARK = "#";

  /**
   * A section.
   *
   * @param name as it is shown
   * @param names as articles spell it
   */
  record Section(String key, String name, Set<String> names) {
    /** By which a button names it. */
    String mark() {
      return MARK + hash(key);
    }
  }

  List<Section> all() {
    Map<String, Section> sections = new LinkedHashMap<>();
    for (String name : archive.sections()) {
      String key = NormalizedKeys.of(name);
      if (!key.isEmpty()) {
        sections
            .computeIfAbsent(key, any -> new Section(key, name.strip(), new LinkedHashSet<>()))
            .names()
            .add(name);
      }
    }
    return List.copyOf(sections.values());
  }

  /** The section of this name or this mark, typed however. */
  Optional<Section> find(String words) {
    String key = NormalizedKeys.of(words);
    return all().stream()
        .filter(section -> section.key().equals(key) || section.mark().equals(words))
        .findFirst();
  }

  /** A mark of eight characters. */
  static String hash(String key) {
    CRC32 sum = new CRC32();
    sum.update(key.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(sum.getValue());
  }
}
