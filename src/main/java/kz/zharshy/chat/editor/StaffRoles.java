package kz.zharshy.chat.editor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.chat.PeopleDirectory;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.store.Team;

/** Who may do what: the owners of the settings, and the team of the database as it is now. */
public final class StaffRoles implements PeopleDirectory {
  private final Set<Long> owners;
  private final Team team;

  public StaffRoles(Set<Long> owners, Team team) {
    this.owners = Set.copyOf(owners);
    this.team = team;
  }

  @Override
  public Role role(long userId) {
    if (owners.contains(userId)) {
      return Role.OWNER;
    }
    return team.rank(userId)
        .map(rank -> rank == Team.Rank.EDITOR ? Role.EDITOR : Role.AUTHOR)
        .orElse(Role.READER);
  }

  /** Everybody who belongs to it. */
  public Map<Long, Role> all() {
    Map<Long, Role> all = new HashMap<>();
    team.members()
        .forEach(
            member ->
                all.put(
                    member.userId(),
                    member.rank() == Team.Rank.EDITOR ? Role.EDITOR : Role.AUTHOR));
    owners.forEach(owner -> all.put(owner, Role.OWNER));
    return all;
  }

  @Override
  public Optional<Language> language(long userId) {
    return Optional.empty();
  }
}
