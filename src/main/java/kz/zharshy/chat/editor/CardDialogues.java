package kz.zharshy.chat.editor;

/** What is talked over at an article's card: when, whether, in which words, and for how long. */
record CardDialogues(TimePicker times, Review review, Editing editing, Pinning pinning) {}
