package kz.zharshy.chat.editor;

import java.time.Clock;
import java.util.Locale;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.UpdateRouter.Auditor;
import kz.zharshy.store.Audit;

/** Writes down who asked for what only the newsroom may do. */
public final class AuditBook implements Auditor {
  private static final int LONGEST = 300;

  private final Audit audit;
  private final Clock clock;

  public AuditBook(Audit audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void asked(Request request, String who, String deed, boolean let) {
    String brief = deed.length() <= LONGEST ? deed : deed.substring(0, LONGEST) + "…";
    audit.note(
        request.updateId(),
        new Audit.Line(
            clock.instant(),
            request.requester().userId(),
            who,
            request.requester().role().name().toLowerCase(Locale.ROOT),
            brief,
            let));
  }
}
