package kz.zharshy.post;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One change to a message that is in a channel. */
public sealed interface PostEdit {
  /** Shows this text or rich message, with its buttons, in place of the one that is there. */
  record ChangeText(PostPart part) implements PostEdit {}

  /** Changes the words under photos or files. */
  record ChangeCaption(MarkedText words, List<List<Button>> buttons) implements PostEdit {}

  /**
   * Puts another medium in place of one.
   *
   * @param index which of an album's, counted from 0
   * @param words what stands under it from then on, as Telegram drops the words that were there
   */
  record ChangeMedium(
      int index, Medium medium, @Nullable MarkedText words, List<List<Button>> buttons)
      implements PostEdit {}

  /** Changes only the buttons, so that words that a person put right by hand stay. */
  record ChangeButtons(List<List<Button>> buttons) implements PostEdit {}

  /**
   * Takes one message of an album away.
   *
   * @param index which, counted from 0
   */
  record RemoveMedium(int index) implements PostEdit {}
}
