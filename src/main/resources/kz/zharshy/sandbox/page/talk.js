'use strict';
/* One list of messages: albums are one bubble, a new day has its date. Only the newest are drawn;
 * older ones follow when somebody scrolls up, so that a long channel costs no more than a short one. */
const DRAWN_AT_FIRST = 40;
const DRAWN_AT_MOST = 300;

class Talk {
  constructor(pane, empty) {
    this.root = pane.querySelector('.posts');
    this.down = pane.querySelector('.down');
    this.unread = pane.querySelector('.down .badge');
    this.empty = empty;
    this.messages = [];
    this.bubbles = [];
    this.byId = new Map();
    this.sticky = true;
    this.top = 0;
    this.root.addEventListener('scroll', () => this.scrolled(), { passive: true });
    this.root.addEventListener('keydown', event => this.walk(event));
    this.down.addEventListener('click', () => { this.toEnd(); this.root.focus(); });
    this.list = make('div');
    this.root.append(this.list);
    /* What is drawn late, pictures among it, must not push the newest message out of sight. */
    const keep = new ResizeObserver(() => this.follow());
    keep.observe(this.root);
    keep.observe(this.list);
  }

  scrolled() {
    const root = this.root;
    const up = root.scrollTop < this.top;
    this.top = root.scrollTop;
    if (root.scrollHeight - root.scrollTop - root.clientHeight < 100) {
      this.sticky = true;
      this.seen();
    } else if (up || !this.sticky) {
      this.sticky = false;
      this.down.hidden = false;
    }
    if (root.scrollTop < 800) this.older();
  }

  toEnd() {
    this.root.scrollTop = this.root.scrollHeight;
    this.sticky = true;
    this.seen();
  }

  /* Stays at the end, once a frame however much came. */
  follow() {
    if (!this.sticky || this.due) return;
    this.due = requestAnimationFrame(() => { this.due = 0; if (this.sticky) this.toEnd(); });
  }

  seen() {
    this.unseen = 0;
    this.down.hidden = true;
    this.unread.hidden = true;
  }

  /* The list is the chat's own: it changes before the talk is told. */
  show(messages, chat) {
    this.messages = messages;
    this.chat = chat;
    this.from = this.start(messages.length - DRAWN_AT_FIRST);
    this.byId = new Map();
    this.bubbles = [];
    this.list.replaceChildren(this.draw(this.from, messages.length, this.bubbles));
    if (!messages.length) this.list.append(make('p', 'empty', this.empty));
    this.toEnd();
  }

  /* The next index at or before this one at which no album is cut. */
  start(index) {
    let from = Math.max(0, index);
    while (from > 0 && this.messages[from].media_group_id && this.messages[from].media_group_id === this.messages[from - 1].media_group_id) from--;
    return from;
  }

  draw(from, to, entries) {
    const all = document.createDocumentFragment();
    for (let i = from; i < to; i++) this.put(all, this.messages[i], entries);
    return all;
  }

  put(parent, message, entries) {
    const last = entries[entries.length - 1];
    if (last && message.media_group_id && last.group === message.media_group_id) {
      last.messages.push(message);
      this.byId.set(message.message_id, last);
      return this.redraw(last);
    }
    if (!last || day(last.messages[0].date) !== day(message.date)) {
      const line = make('div', 'day');
      line.append(make('span', '', day(message.date)));
      parent.append(line);
    }
    const entry = { group: message.media_group_id, messages: [message] };
    entry.node = this.node(entry);
    entries.push(entry);
    this.byId.set(message.message_id, entry);
    parent.append(entry.node);
    return entry;
  }

  node(entry) {
    const node = bubble(entry.messages, this.chat);
    if (this.chat.own(entry.messages[0])) node.classList.add('own');
    return node;
  }

  redraw(entry) {
    const node = this.node(entry);
    const had = entry.node.contains(document.activeElement);
    entry.node.replaceWith(node);
    entry.node = node;
    if (had) node.firstChild.focus({ preventScroll: true });
    return entry;
  }

  /* Draws those before what is drawn; what is read stays where it is. */
  older() {
    if (this.from === 0) return;
    const before = this.start(this.from - DRAWN_AT_FIRST);
    const entries = [];
    const all = this.draw(before, this.from, entries);
    const first = this.list.firstElementChild;
    if (first && day(this.messages[this.from - 1].date) === day(this.messages[this.from].date)) first.remove();
    const height = this.root.scrollHeight;
    this.list.prepend(all);
    this.root.scrollTop += this.root.scrollHeight - height;
    this.bubbles.unshift(...entries);
    this.from = before;
  }

  add(message) {
    const empty = this.list.querySelector('.empty');
    if (empty) empty.remove();
    this.put(this.list, message, this.bubbles).node.classList.add('new');
    if (this.sticky) {
      if (this.bubbles.length > DRAWN_AT_MOST) this.show(this.messages, this.chat);
      this.follow();
    } else {
      this.down.hidden = false;
      this.unread.hidden = false;
      this.unread.textContent = ++this.unseen;
    }
  }

  change(message) {
    const entry = this.byId.get(message.message_id);
    if (!entry) return;
    entry.messages = entry.messages.map(old => old.message_id === message.message_id ? message : old);
    this.redraw(entry);
    this.follow();
  }

  remove(id, index) {
    if (index < this.from) this.from--;
    const entry = this.byId.get(id);
    if (!entry) return;
    this.byId.delete(id);
    entry.messages = entry.messages.filter(old => old.message_id !== id);
    if (entry.messages.length) return void this.redraw(entry);
    entry.node.remove();
    this.bubbles = this.bubbles.filter(other => other !== entry);
  }

  /* Goes to a message; false where there is none. */
  reveal(id) {
    if (!this.messages.some(message => message.message_id === id)) return false;
    while (!this.byId.has(id) && this.from > 0) this.older();
    const entry = this.byId.get(id);
    this.sticky = false;
    entry.node.scrollIntoView({ block: 'center' });
    entry.node.firstChild.focus({ preventScroll: true });
    return true;
  }

  /* Arrow keys go from message to message; Enter opens what can be done with one. */
  walk(event) {
    const post = event.target.closest('.post');
    if (event.target === post && (event.key === 'Enter' || event.key === 'ContextMenu')) {
      event.preventDefault();
      return openActions(this, post);
    }
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || event.target.closest('.keys')) return;
    const nodes = this.bubbles.map(entry => entry.node.firstChild);
    const here = nodes.indexOf(post);
    const next = here < 0 ? nodes[nodes.length - 1] : nodes[here + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  /* The messages of a bubble. */
  under(node) {
    const entry = this.bubbles.find(each => each.node.firstChild === node);
    return entry ? entry.messages : [];
  }
}
