package kz.zharshy.sandbox.api;

/** A file that came in a multipart body. */
// Never compared with another: the bytes are only handed on.
@SuppressWarnings("ArrayRecordComponent")
record Upload(String fileName, String mimeType, byte[] bytes) {}
