package zhai.index.packed;

import java.io.IOException;
import java.util.Iterator;
import java.util.function.Predicate;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.index.Fields;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.Terms;
import org.jspecify.annotations.Nullable;

/// Another format, which is given the tokens that were in packs. Since it is that format that
/// writes and reads, the files are said to be in it.
final class PackedFormat extends PostingsFormat {
  private final PostingsFormat format;
  private final Predicate<String> packed;

  /// @param packed whether what comes of a field are packs
  PackedFormat(PostingsFormat format, Predicate<String> packed) {
    super(format.getName());
    this.format = format;
    this.packed = packed;
  }

  @Override
  public FieldsConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
    return new Unpacking(format.fieldsConsumer(state), packed);
  }

  @Override
  public FieldsProducer fieldsProducer(SegmentReadState state) throws IOException {
    return format.fieldsProducer(state);
  }

  /// Only what comes from memory is packed; what is put together of parts on the disk never is.
  private static final class Unpacking extends FieldsConsumer {
    private final FieldsConsumer writer;
    private final Predicate<String> packed;

    Unpacking(FieldsConsumer writer, Predicate<String> packed) {
      this.writer = writer;
      this.packed = packed;
    }

    @Override
    public void write(Fields fields, NormsProducer norms) throws IOException {
      writer.write(new Unpacked(fields, packed), norms);
    }

    @Override
    public void merge(MergeState parts, NormsProducer norms) throws IOException {
      writer.merge(parts, norms);
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }

  /// Turns each field over when it is asked for, so that one at a time takes memory.
  private static final class Unpacked extends Fields {
    private final Fields fields;
    private final Predicate<String> packed;

    Unpacked(Fields fields, Predicate<String> packed) {
      this.fields = fields;
      this.packed = packed;
    }

    @Override
    public Iterator<String> iterator() {
      return fields.iterator();
    }

    @Override
    public @Nullable Terms terms(String field) throws IOException {
      Terms terms = fields.terms(field);
      return terms != null && packed.test(field) ? Inversion.of(terms) : terms;
    }

    @Override
    public int size() {
      return fields.size();
    }
  }
}
