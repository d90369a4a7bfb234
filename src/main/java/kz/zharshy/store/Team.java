package kz.zharshy.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The newsroom's people besides the owners, and how one becomes one of them. Safe for use by
 * several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface Team {
  /** What a member may do. */
  enum Rank {
    EDITOR,
    AUTHOR
  }

  /** A member, by the number and the name in Telegram. */
  record Member(long userId, String name, Rank rank, Instant since) {}

  /** All members, editors first. */
  List<Member> members();

  /** What a person may do; empty for everybody else. */
  Optional<Rank> rank(long userId);

  /**
   * Gives a member another rank.
   *
   * @return whether there is such a member
   */
  boolean change(long userId, Rank rank);

  /**
   * Takes a member out.
   *
   * @return whether there was one
   */
  boolean remove(long userId);

  /** Keeps an invitation, of which only the hash of its secret is kept. */
  void invite(String secretHash, Rank rank, long invitedBy, Instant expiresAt);

  /**
   * Takes an invitation, which makes the person a member; once only. The person who has taken it
   * may ask again, after a crash, with the same answer.
   *
   * @return the rank; empty if the invitation is unknown, taken by another, or has expired
   */
  Optional<Rank> join(String secretHash, long userId, String name, Instant now);
}
