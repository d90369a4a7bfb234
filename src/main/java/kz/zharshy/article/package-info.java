/**
 * What an article is: its content, its plan and its states, and the codes of all reasons.
 *
 * <pre>
 *  draft ──► review ──► queued ──► publishing ──► published
 *    │          │         │ ▲           │             │
 *    └──────────┴──► held ┘ └── failed ◄┘             ▼
 *                                                 withdrawn
 * </pre>
 */
@NullMarked
package kz.zharshy.article;

import org.jspecify.annotations.NullMarked;
