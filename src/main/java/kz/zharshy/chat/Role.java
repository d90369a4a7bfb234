package kz.zharshy.chat;

/** What a person may do, from most to least; who may do more may do all that is below. */
public enum Role {
  /** Named in the settings; may do everything. */
  OWNER,
  /** Publishes. */
  EDITOR,
  /** Writes drafts that need an editor's approval. */
  AUTHOR,
  /** Everybody else. */
  READER;

  /** Whether this role is enough for what needs that one. */
  public boolean mayActAs(Role needed) {
    return compareTo(needed) <= 0;
  }
}
