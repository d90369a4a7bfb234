package kz.zharshy.publish;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.health.AtWork;
import kz.zharshy.health.Task;
import kz.zharshy.language.Phrases;
import kz.zharshy.post.Edits;
import kz.zharshy.post.PostEdit;
import kz.zharshy.post.PostException;
import kz.zharshy.post.PostPart;
import kz.zharshy.post.TextFallback;
import kz.zharshy.store.ArticleQueue;
import kz.zharshy.store.Corrections;
import kz.zharshy.store.Corrections.Changed;
import kz.zharshy.store.Corrections.Edit;
import kz.zharshy.store.Corrections.End;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.Delivery.PlannedPart;
import kz.zharshy.store.EditState;
import kz.zharshy.store.Ledger;
import kz.zharshy.store.QueueException;
import kz.zharshy.store.RelatedPostsStore;
import kz.zharshy.store.RelatedPostsStore.Stale;
import kz.zharshy.telegram.Outcome;
import kz.zharshy.telegram.RefusalReason;
import kz.zharshy.telegram.RefusalTable;
import org.jspecify.annotations.Nullable;

/**
 * Brings what is in a channel up to what its articles say now: edits the posts of corrected
 * articles in place, deletes those of withdrawn ones, and then sets the links between posts right.
 * An edit whose end is unknown is made again, which changes nothing if it was done. The thread of
 * the channel's publisher owns it.
 */
final class Corrector {
  /** After so many calls whose end nobody knows an edit is given up. */
  private static final int TRIES = 5;

  private final Channel channel;
  private final ArticleQueue articles;
  private final Ledger ledger;
  private final Corrections corrections;
  private final RelatedPostsStore relatedPosts;
  private final PartPlanner planner;
  private final PartEditor editor;
  private final ChannelGate gate;
  private final PublishListener listener;
  private final Clock clock;
  private final Phrases phrases = Phrases.of("publish");
  private final Set<Long> touched = new HashSet<>();

  /**
   * A call to be made.
   *
   * @param step empty where the part is to be deleted
   */
  record Call(Edit edit, PostPart there, Optional<Edits.Step> step) {}

  Corrector(
      Channel channel,
      PublishContext context,
      PartPlanner planner,
      PartEditor editor,
      ChannelGate gate) {
    this.channel = channel;
    this.articles = context.stores().articles();
    this.ledger = context.stores().ledger();
    this.corrections = context.stores().corrections();
    this.relatedPosts = context.stores().relatedPosts();
    this.planner = planner;
    this.editor = editor;
    this.gate = gate;
    this.listener = context.listener();
    this.clock = context.clock();
  }

  /** The next call; what needs none is settled on the way. */
  Optional<Call> next() {
    for (Optional<Changed> changed = corrections.changed(channel.name());
        changed.isPresent();
        changed = corrections.changed(channel.name())) {
      plan(changed.get());
    }
    Optional<Call> call = nextPlanned();
    for (Optional<Stale> stale = stale(call);
        stale.isPresent() && call.isEmpty();
        stale = stale(call)) {
      if (!link(stale.get())) {
        return Optional.empty(); // Something has just happened to it: the next step looks again.
      }
      call = nextPlanned();
    }
    return call;
  }

  private Optional<Stale> stale(Optional<Call> before) {
    return before.isPresent() ? Optional.empty() : relatedPosts.next(channel.name());
  }

  private Optional<Call> nextPlanned() {
    for (Optional<Edit> edit = corrections.next(channel.name());
        edit.isPresent();
        edit = corrections.next(channel.name())) {
      Optional<Call> call = call(edit.get());
      if (call.isPresent()) {
        return call;
      }
    }
    return Optional.empty();
  }

  /** Makes a call for which there is a place in the flood budget. */
  void make(Call call) {
    if (!corrections.begin(call.edit(), clock.instant())) {
      return;
    }
    Outcome<?> outcome =
        call.step().isPresent()
            ? editor.edit(call.step().get().edit(), call.edit().part())
            : editor.delete(call.edit().part());
    if (outcome instanceof Outcome.Done<?>) {
      done(call);
    } else if (outcome instanceof Outcome.Refused<?> refused) {
      refused(call, refused);
    } else {
      unclear(call, outcome);
    }
  }

  private void plan(Changed changed) {
    Article article = changed.article();
    List<Delivery> there = ledger.parts(article.id()).stream().filter(Delivery::isThere).toList();
    if (there.isEmpty()) {
      corrections.giveUp(changed, Reason.of(ReasonCode.POSTS_DELETED_BY_HAND), clock.instant());
      return;
    }
    Task task = Task.of(Task.Kind.ARTICLE, article.id());
    Optional<Reason> refusal = AtWork.refusal(task);
    if (refusal.isPresent()) {
      giveUp(changed, refusal.get());
      AtWork.marked(task);
      return;
    }
    try {
      corrections.want(
          changed,
          AtWork.on(task, () -> planner.corrected(article, channel, there)),
          clock.instant());
    } catch (QueueException e) {
      throw e;
    } catch (PostException e) {
      giveUp(changed, e.reason());
    } catch (RuntimeException e) {
      // A fault of ours must cost one correction only, not the channel.
      giveUp(changed, Reason.of(ReasonCode.NO_POST, e.toString()));
    }
  }

  /** A link that cannot be set costs nothing but itself. */
  private boolean link(Stale stale) {
    Article article = stale.article();
    List<Delivery> there = ledger.parts(article.id()).stream().filter(Delivery::isThere).toList();
    Map<Long, PlannedPart> wanted = Map.of();
    try {
      if (!there.isEmpty() && there.get(0).part() == 1) {
        wanted = planner.linked(article, channel, there);
      }
    } catch (QueueException e) {
      throw e;
    } catch (PostException e) {
      unchanged(article, e.reason());
    } catch (RuntimeException e) {
      unchanged(article, Reason.of(ReasonCode.NO_POST, e.toString()));
    }
    return relatedPosts.want(stale, wanted, clock.instant());
  }

  private void unchanged(Article article, Reason reason) {
    Reason unchanged = Reason.of(ReasonCode.LINKS_UNCHANGED, reason);
    relatedPosts.note(article.id(), unchanged, clock.instant());
  }

  private void giveUp(Changed changed, Reason reason) {
    corrections.giveUp(changed, reason, clock.instant());
    listener.notCorrected(changed.article(), null, reason);
  }

  private Optional<Call> call(Edit edit) {
    try {
      return readable(edit);
    } catch (PostException e) {
      refuse(edit, edit.part().planned(), e.reason());
      return Optional.empty();
    }
  }

  private Optional<Call> readable(Edit edit) {
    PostPart there = Frozen.part(edit.part());
    if (!edit.part().message().proven()) {
      refuse(edit, edit.part().planned(), Reason.of(ReasonCode.NUMBER_UNKNOWN));
      return Optional.empty();
    }
    if (edit.wanted().equals(PlannedPart.NOTHING)) {
      return Optional.of(new Call(edit, there, Optional.empty()));
    }
    Optional<Edits.Step> step = step(edit, there);
    if (step.isEmpty()) {
      end(edit, End.DONE, edit.part().planned(), null);
      return Optional.empty();
    }
    return Optional.of(new Call(edit, there, step));
  }

  private static Optional<Edits.Step> step(Edit edit, PostPart there) {
    return Edits.next(there, Frozen.part(edit.wanted()));
  }

  private void done(Call call) {
    gate.succeeded();
    Edit edit = call.edit();
    if (!edit.links()) {
      touched.add(edit.part().articleId());
    }
    if (call.step().isEmpty()) {
      end(edit, End.DELETED, Frozen.part(call.there()), place(edit));
      return;
    }
    PostPart there = call.step().get().there();
    if (step(edit, there).isEmpty()) {
      end(edit, End.DONE, Frozen.part(there), place(edit));
    } else {
      corrections.advanced(edit, Frozen.part(there));
    }
  }

  private void refused(Call call, Outcome.Refused<?> refused) {
    Reason reason = RefusalReason.of(refused);
    switch (RefusalTable.kind(refused, channel.chatId())) {
      case FLOOD -> gate.flooded(PartSender.floodWait(refused));
      case BOT, CONFLICT -> gate.botRefused(reason);
      case NOT_MODIFIED -> done(call);
      case GONE -> gone(call);
      case CHANNEL, MIGRATED, READER_GONE -> channelRefused(call, refused);
      case PICTURE -> withoutPicture(call, reason);
      case ARTICLE -> refused(call, reason);
    }
  }

  /** What should not be there and is not: a success. */
  private void gone(Call call) {
    if (isDeletion(call)) {
      done(call);
      return;
    }
    Edit edit = call.edit();
    articles.find(edit.part().articleId()).ifPresent(it -> listener.gone(it, edit.part()));
    end(edit, End.GONE, Frozen.part(call.there()), place(edit));
  }

  private static boolean isDeletion(Call call) {
    return call.step().map(step -> step.edit() instanceof PostEdit.RemoveMedium).orElse(true);
  }

  /** The right to delete is one of its own: without it posts can still be sent and edited. */
  private void channelRefused(Call call, Outcome.Refused<?> refused) {
    if (isDeletion(call) && refused.code() == 400) {
      refused(call, RefusalReason.of(refused));
    } else {
      gate.channelRefused(RefusalReason.of(refused));
    }
  }

  private void withoutPicture(Call call, Reason reason) {
    PostEdit made = call.step().map(Edits.Step::edit).orElse(null);
    Optional<PostPart> other = Optional.empty();
    if (made instanceof PostEdit.ChangeMedium) {
      PostPart wanted = Frozen.part(call.edit().wanted());
      other = Optional.of(Edits.withPicturesOf(call.there(), wanted));
    } else if (made instanceof PostEdit.ChangeText) {
      other = TextFallback.of(Frozen.part(call.edit().wanted()));
    }
    other.ifPresentOrElse(
        it -> instead(call, it, Reason.of(ReasonCode.WITHOUT_NEW_PICTURE, reason)),
        () -> refused(call, reason));
  }

  private void refused(Call call, Reason reason) {
    if (call.step().isEmpty()) {
      instead(
          call,
          Edits.words(call.there(), mark(call.edit())),
          Reason.of(ReasonCode.NOT_DELETED, reason));
      return;
    }
    refuse(call.edit(), Frozen.part(call.there()), reason);
  }

  private void refuse(Edit edit, PlannedPart there, Reason reason) {
    Delivery part = edit.part();
    if (!edit.links()) {
      articles.find(part.articleId()).ifPresent(it -> listener.notCorrected(it, part, reason));
    }
    end(edit, End.REFUSED, there, reason);
  }

  private void instead(Call call, PostPart other, Reason reason) {
    corrections.instead(call.edit(), Frozen.part(other), reason, clock.instant());
  }

  /** What stands in the channel where a part cannot be deleted. */
  private String mark(Edit edit) {
    return articles
        .find(edit.part().articleId())
        .map(
            article ->
                phrases.get(
                    article.content().spokenLanguage(),
                    article.state() == ArticleState.WITHDRAWN ? "withdrawn" : "shortened"))
        .orElse("…");
  }

  private void unclear(Call call, Outcome<?> outcome) {
    Reason reason = Outcomes.reason(outcome);
    if (outcome instanceof Outcome.Unknown<?>) {
      corrections.unclear(call.edit(), reason);
      if (call.edit().tries() + 1 >= TRIES) {
        refused(call, reason);
      }
    }
    gate.failed(reason);
  }

  private void end(Edit edit, End how, PlannedPart there, @Nullable Reason detail) {
    if (corrections.end(edit, how, there, detail, clock.instant())) {
      articles.find(edit.part().articleId()).ifPresent(this::tell);
    }
  }

  /** The last edit of an article has ended. */
  private void tell(Article article) {
    List<Delivery> parts = ledger.parts(article.id());
    boolean changed = touched.remove(article.id());
    if (article.state() == ArticleState.WITHDRAWN) {
      listener.withdrawn(article, parts.stream().filter(Delivery::isThere).toList());
    } else if (changed
        && article.state() == ArticleState.PUBLISHED
        && parts.stream().noneMatch(Corrector::isAmiss)) {
      listener.corrected(article, channel.name());
    }
  }

  private static boolean isAmiss(Delivery part) {
    return part.message().edit() == EditState.REFUSED || part.message().edit() == EditState.GONE;
  }

  private static Reason place(Edit edit) {
    Long message = edit.part().messageId();
    return Reason.of(ReasonCode.MESSAGE, message == null ? 0 : message, edit.part().channel());
  }
}
