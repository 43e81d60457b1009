package zhai.exchange.writer;

/// How a reading list is written; one class per format. The same list always gives the same bytes.
public sealed interface ExportWriter permits ListWriter, BytesWriter, FolderWriter {}
