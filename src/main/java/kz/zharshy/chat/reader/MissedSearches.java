package kz.zharshy.chat.reader;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kz.zharshy.store.Statistics;

/**
 * Counts what readers look for in vain, so that the editors learn what is missed. The words are the
 * readers' own, so they are written down only once three readers of one day have looked for the
 * same: one reader's words stay that reader's. Who they were is never written down, and in memory
 * there is only a mark of each, of which thousands of people share every one; so {@code /forget}
 * has nothing to erase here. Safe for use by several threads.
 */
final class MissedSearches {
  private static final int READERS = 3;
  private static final int LONGEST = 40;
  private static final int MOST_WORDS = 2000;
  private static final long MIXER = 0x9E3779B97F4A7C15L;
  private static final int MARK_SHIFT = 48;

  private final Statistics statistics;
  private final ZoneId zone;
  private final Clock clock;
  private final long salt = new SecureRandom().nextLong();
  private final Map<String, Set<Short>> seekers = new LinkedHashMap<>();
  private LocalDate day = LocalDate.MIN;

  MissedSearches(Statistics statistics, ZoneId zone, Clock clock) {
    this.statistics = statistics;
    this.zone = zone;
    this.clock = clock;
  }

  synchronized void missed(long userId, String words) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    if (!today.equals(day)) {
      seekers.clear();
      day = today;
    }
    statistics.missed(today);
    String folded = words.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    if (mayBeKept(folded) && (seekers.containsKey(folded) || seekers.size() < MOST_WORDS)) {
      Set<Short> marks = seekers.computeIfAbsent(folded, any -> new HashSet<>());
      boolean another = marks.add(mark(userId));
      if (another && marks.size() >= READERS) {
        statistics.missed(today, folded, marks.size() == READERS ? READERS : 1);
      }
    }
  }

  /** Not what may name somebody: an address, a telephone number, a number of an identity card. */
  private static boolean mayBeKept(String words) {
    long digits = words.chars().filter(Character::isDigit).count();
    return words.length() <= LONGEST && digits <= 4 && words.indexOf('@') < 0;
  }

  private short mark(long userId) {
    return (short) (((userId ^ salt) * MIXER) >>> MARK_SHIFT);
  }
}
