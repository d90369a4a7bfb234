package kz.zharshy.search.index;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an index says of itself.
 *
 * @param archive whose articles it holds
 * @param building another one whenever it is built from nothing
 * @param version up to which it has read the archive's changes
 * @param whole whether it has been through all of the archive once
 */
record Mark(String archive, String building, long version, boolean whole) {
  /** Changes with the fields and with whatever stems and folded words are made of. */
  static final String FORMAT = "2";

  private static final String FORMAT_KEY = "format";
  private static final String ARCHIVE_KEY = "archive";
  private static final String BUILDING_KEY = "building";
  private static final String VERSION_KEY = "version";
  private static final String WHOLE_KEY = "whole";

  /** That of an index that is built from nothing. */
  static Mark ofNew(String archive) {
    return new Mark(archive, UUID.randomUUID().toString(), 0, false);
  }

  /** Empty where it is in another format, or no mark of ours. */
  static Optional<Mark> of(Map<String, String> stored) {
    if (!FORMAT.equals(stored.get(FORMAT_KEY))) {
      return Optional.empty();
    }
    return Optional.of(
        new Mark(
            stored.getOrDefault(ARCHIVE_KEY, ""),
            stored.getOrDefault(BUILDING_KEY, ""),
            Long.parseLong(stored.getOrDefault(VERSION_KEY, "0")),
            Boolean.parseBoolean(stored.get(WHOLE_KEY))));
  }

  Mark at(long newVersion, boolean isWhole) {
    return new Mark(archive, building, newVersion, isWhole);
  }

  /** A later or earlier state of it. */
  boolean isOfTheSameIndex(@Nullable Mark other) {
    return other != null && building.equals(other.building());
  }

  Map<String, String> stored() {
    return Map.of(
        FORMAT_KEY, FORMAT,
        ARCHIVE_KEY, archive,
        BUILDING_KEY, building,
        VERSION_KEY, Long.toString(version),
        WHOLE_KEY, Boolean.toString(whole));
  }
}
