/** The queue of articles, the ledger of deliveries and the updates received, kept in a database. */
@NullMarked
package kz.zharshy.queue;

import org.jspecify.annotations.NullMarked;
