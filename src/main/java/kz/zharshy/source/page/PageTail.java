package kz.zharshy.source.page;

import java.util.ArrayList;
import java.util.List;
import kz.zharshy.source.Line;

/**
 * The body of a page parted from the share line and the subscribe footer below it, or between its
 * paragraphs where they can be nothing else.
 *
 * @param body the lines of the article
 * @param footer the lines that invite to a channel, joined by spaces; empty if there were none
 */
record PageTail(List<Line> body, String footer) {
  static PageTail of(List<Line> lines) {
    int end = endOfBody(lines);
    List<String> footers = new ArrayList<>();
    for (Line line : lines.subList(end, lines.size())) {
      if (isFooterPart(line.text())) {
        footers.add(line.text());
      }
    }
    List<Line> body = withoutCertain(lines.subList(0, end), footers);
    return new PageTail(List.copyOf(body), String.join(" ", footers));
  }

  /**
   * Where the tail begins. Buttons' names and addresses belong to it only below or above a share
   * line or an invitation.
   */
  private static int endOfBody(List<Line> lines) {
    int suffix = lines.size();
    while (suffix > 0 && mayBeTail(lines.get(suffix - 1).text())) {
      suffix--;
    }
    for (int i = suffix; i < lines.size(); i++) {
      String line = lines.get(i).text();
      if (FooterLine.isInvitation(line)) {
        return i > suffix && FooterLine.isLabel(lines.get(i - 1).text()) ? i - 1 : i;
      }
      if (ShareLine.mayBeShare(line)) {
        return i;
      }
    }
    return lines.size();
  }

  private static boolean mayBeTail(String line) {
    return ShareLine.mayBeShare(line) || ShareLine.isNetworks(line) || isFooterPart(line);
  }

  private static boolean isFooterPart(String line) {
    return FooterLine.isInvitation(line) || FooterLine.isAddress(line);
  }

  private static List<Line> withoutCertain(List<Line> lines, List<String> footers) {
    List<Line> kept = new ArrayList<>();
    boolean opens = false;
    boolean belowInvitation = false;
    boolean belowShare = false;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      boolean invitation = FooterLine.isOwnInvitation(line.text());
      boolean address = belowInvitation && FooterLine.isAddress(line.text());
      boolean label = FooterLine.isLabel(line.text()) && isInvitation(lines, i + 1);
      boolean share = ShareLine.isShare(line.text()) && !isItem(lines, i + 1);
      boolean button = belowShare && ShareLine.isNetworks(line.text());
      if (invitation || address) {
        footers.add(line.text());
      }
      boolean gone = invitation || address || label || share || button;
      if (!gone) {
        kept.add(opens ? line.opening() : line);
      }
      opens = gone;
      belowInvitation = invitation;
      belowShare = share || button;
    }
    return kept;
  }

  private static boolean isInvitation(List<Line> lines, int at) {
    return at < lines.size() && FooterLine.isOwnInvitation(lines.get(at).text());
  }

  private static boolean isItem(List<Line> lines, int at) {
    return at < lines.size() && Sentence.isItem(lines.get(at).text());
  }
}
