package kz.zharshy.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The members of the newsroom besides the owners, and how to become one. Safe for use by several
 * threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface Team {
  /** What a member may do. */
  enum Rank {
    EDITOR,
    AUTHOR
  }

  /** A member, with the person's Telegram number and name. */
  record Member(long userId, String name, Rank rank, Instant since) {}

  /** All members, editors first. */
  List<Member> members();

  /** A member's rank; empty for everybody else. */
  Optional<Rank> rank(long userId);

  /**
   * Gives a member another rank.
   *
   * @return whether there is such a member
   */
  boolean change(long userId, Rank rank);

  /**
   * Removes a member.
   *
   * @return whether there was one
   */
  boolean remove(long userId);

  /** Stores an invitation; of its secret only the hash is kept. */
  void invite(String secretHash, Rank rank, long invitedBy, Instant expiresAt);

  /**
   * Accepts an invitation, which makes the person a member. It can be accepted once only; the same
   * person may ask again after a crash and gets the same answer.
   *
   * @return the rank; empty if the invitation is unknown, taken by another, or has expired
   */
  Optional<Rank> join(String secretHash, long userId, String name, Instant now);
}
