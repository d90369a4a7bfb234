/**
 * The queue of articles, the ledger of deliveries and the updates received, kept in a database.
 *
 * <pre>
 *  a part:  pending ──► sending ──► sent
 *              ▲            ├─────► refused
 *              │            ▼          ▲
 *              ├──────── unknown ──────┘ (or sent, once it is found)
 *              └─ certainly not sent
 * </pre>
 *
 * <p>The table {@code article} is a public contract: any program may write it. So the rules of its
 * states are in the schema, as constraints and triggers, and hold for every writer; see {@code
 * sqlite}. What follows from a change beyond its own row, {@link kz.zharshy.store.ChangeList} does.
 * Another database gets a schema of its own and a {@link kz.zharshy.store.Dialect}; the classes
 * named {@code Sql…} hold plain SQL.
 */
@NullMarked
package kz.zharshy.store;

import org.jspecify.annotations.NullMarked;
