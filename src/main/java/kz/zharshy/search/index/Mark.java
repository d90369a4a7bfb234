package kz.zharshy.search.index;

import java.util.Map;
import java.util.Optional;

/**
 * What an index says of itself.
 *
 * @param archive whose articles it holds
 * @param version up to which it has read the archive's changes
 * @param whole whether it has been through all of the archive once
 */
record Mark(String archive, long version, boolean whole) {
  /** Changes with the fields and with whatever stems and folded words are made of. */
  static final String FORMAT = "1";

  /** Empty where it is in another format, or no mark of ours. */
  static Optional<Mark> of(Map<String, String> stored) {
    String archive = stored.get("archive");
    String version = stored.get("version");
    return archive == null || version == null || !FORMAT.equals(stored.get("format"))
        ? Optional.empty()
        : Optional.of(
            new Mark(archive, Long.parseLong(version), "yes".equals(stored.get("whole"))));
  }

  Map<String, String> stored() {
    return Map.of(
        "format",
        FORMAT,
        "archive",
        archive,
        "version",
        Long.toString(version),
        "whole",
        whole ? "yes" : "no");
  }
}
