'use strict';
/* The strip: how things stand, what went wrong, what shall go wrong; and what there is to try. */
const FAULTS = {
  lose: { channel: true }, flood: { channel: true, seconds: 20 }, gateway: { channel: true }, delay: { channel: true, seconds: 8 },
  refuse: { channel: true }, close: { channel: true }, pictures: {}, conflict: {},
};
for (const [name, what] of Object.entries(FAULTS)) {
  const node = make('button', '', SAY.fault[name]);
  node.type = 'button';
  node.addEventListener('click', () => order('fault', { fault: name, ...what }));
  at('fault-buttons').append(node);
}
for (const action of ['kick', 'take', 'restore']) {
  const node = make('button', 'rights', SAY.botAct[action]);
  node.type = 'button';
  node.addEventListener('click', () => order('bot', { action, right: 'can_post_messages' }));
  at('fault-buttons').append(node);
}

function strip(data) {
  const queue = Object.entries(data.queue).filter(([name, count]) => name === 'queued' || count > 0);
  at('queue-gauge').hidden = !queue.length;
  at('queue').textContent = queue.map(([name, count]) => count + ' ' + SAY.queued[name]).join(' · ');
  at('budget').textContent = data.budget;
  const meter = at('budget-meter');
  meter.max = Math.max(meter.max, data.budget);
  meter.value = data.budget;
  at('bot-state').textContent = SAY[data.bot] + (data.bot === 'administrator' && !data.mayPost ? ', ' + SAY.noRight : '');
  at('bot-state').classList.toggle('bad', !data.mayPost);
  showFaults(data.faults);
  showCalls(data.calls);
}

function showFaults(faults) {
  at('fault-count').hidden = !faults.length;
  at('fault-count').textContent = faults.length;
  at('fault-list').replaceChildren(...faults.map(each => make('span', 'chip', SAY.armed + ': ' + (SAY.fault[each.name] || each.name) + (each.times > 1 ? ' ×' + each.times : ''))));
  if (!faults.length) return;
  const clear = make('button', '', SAY.clear);
  clear.type = 'button';
  clear.addEventListener('click', () => order('clear-faults', {}));
  at('fault-list').append(clear);
}

/* A call that failed is told once, and counted until the list is looked at. */
let newestCall = -1;
let failed = 0;
function showCalls(calls) {
  const fresh = calls.filter(call => call.trouble && call.number > newestCall);
  if (newestCall >= 0) {
    failed += fresh.length;
    if (fresh.length) toast(fresh[0].method + ': ' + fresh[0].trouble);
  }
  newestCall = Math.max(newestCall, 0, ...calls.filter(call => call.status || call.trouble).map(call => call.number));
  if (at('calls-menu').open) failed = 0;
  at('call-count').hidden = !failed;
  at('call-count').textContent = failed;
  at('calls').replaceChildren(...calls.map(call => {
    const line = make('li', call.trouble ? 'bad' : '');
    const about = make('span', 'about', call.trouble || call.about);
    line.append(make('time', '', SECOND.format(call.at)), make('code', '', call.method), about, make('span', '', call.status || (call.trouble ? '–' : '…')));
    return line;
  }));
}
at('calls-menu').addEventListener('toggle', () => { failed = 0; at('call-count').hidden = true; });

/* What a newcomer might try: each line does it. */
function guide(lines) {
  at('guide').hidden = !lines.length;
  at('guide-lines').replaceChildren(...lines.map(line => {
    const node = make('li');
    const act = make('button', '', line.words[LANGUAGE] || line.words.en);
    act.type = 'button';
    act.addEventListener('click', () => { node.classList.add('done'); follow(line); });
    node.append(act);
    return node;
  }));
}

async function follow(line) {
  open(line.pane || 'chat');
  const who = line.as === 'editor' ? state.people.find(each => each.owner) : line.as === 'reader' && person().owner ? state.people.find(each => !each.owner && each.language_code === LANGUAGE) : null;
  if (who) be(who.id);
  if (line.as && state.room !== state.person) enter(state.person);
  if (line.fault) await order('fault', { fault: line.fault, ...FAULTS[line.fault] });
  if (line.open) at(line.open).open = true;
  const text = (line.text && (line.text[LANGUAGE] || line.text.en)) || '';
  if (text && line.send) return say(text);
  if (!text) return;
  at('chat-text').value = text;
  chatComposer.grow();
  at('chat-text').focus();
}
