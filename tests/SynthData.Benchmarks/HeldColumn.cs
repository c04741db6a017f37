using CsvHelper;
using SynthData.Schema;

namespace SynthData.Benchmarks;

/// <summary>One column of a <see cref="HeldTable"/>.</summary>
internal abstract class HeldColumn
{
    public static HeldColumn For(ColumnType type, int rows) => type.Kind switch
    {
        ColumnKind.Bool => new HeldValues<bool>(rows, static (writer, value) => writer.WriteField(value)),
        ColumnKind.Int32 => new HeldValues<int>(rows, static (writer, value) => writer.WriteField(value)),
        ColumnKind.Int64 => new HeldValues<long>(rows, static (writer, value) => writer.WriteField(value)),
        ColumnKind.Double => new HeldValues<double>(rows, static (writer, value) => writer.WriteField(value)),
        ColumnKind.Decimal => new HeldValues<decimal>(rows, static (writer, value) => writer.WriteField(value)),
        ColumnKind.Date => new HeldValues<DateOnly>(rows, static (writer, value) => writer.WriteField(value, "yyyy-MM-dd")),
        ColumnKind.Time => new HeldValues<TimeOnly>(rows, static (writer, value) => writer.WriteField(value, "HH:mm:ss")),
        ColumnKind.Timestamp => new HeldValues<DateTime>(rows, static (writer, value) => writer.WriteField(value, "yyyy-MM-ddTHH:mm:ss")),
        ColumnKind.Uuid => new HeldValues<Guid>(rows, static (writer, value) => writer.WriteField(value)),
        _ => new HeldTexts(rows),
    };

    public abstract void Set(int row, object? value);

    public abstract void Write(CsvWriter writer, int row);
}

internal sealed class HeldValues<T>(int rows, Action<CsvWriter, T> write) : HeldColumn
    where T : struct
{
    private readonly T?[] values = new T?[rows];

    public override void Set(int row, object? value) => values[row] = (T?)value;

    public override void Write(CsvWriter writer, int row)
    {
        if (values[row] is { } value)
            write(writer, value);
        else
            writer.WriteField((string?)null);
    }
}

internal sealed class HeldTexts(int rows) : HeldColumn
{
    private readonly string?[] texts = new string?[rows];

    // A text that comes again is one string, as in a program that has read its categories once.
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public override void Set(int row, object? value)
    {
        var text = (string?)value;
        if (text is not null && known.Count < 10_000 && !known.Add(text))
            known.TryGetValue(text, out text);
        texts[row] = text;
    }

    public override void Write(CsvWriter writer, int row) => writer.WriteField(texts[row]);
}
