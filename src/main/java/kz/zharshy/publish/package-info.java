/**
 * When and how a post goes out: the publisher, and what is done about a part that may have been
 * sent.
 *
 * <pre>
 *  ChannelPublisher (one for each channel)
 *                  claim ─► plan ─► [budget] ─► SENDING ─► call ─► SENT
 *                                                            ├──► REFUSED   article FAILED
 *                                                            ├──► PENDING   certainly not sent
 *                                                            └──► UNKNOWN   article HELD
 *                                                                    │
 *  DoubtSettler ◄────────────────────────────────────────────────────┘
 *     Probe looks into the channel: SENT, or PENDING again, or the editors are asked
 * </pre>
 */
@NullMarked
package kz.zharshy.publish;

import org.jspecify.annotations.NullMarked;
