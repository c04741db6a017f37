using System.Collections;
using System.Collections.Immutable;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using SynthData.Batches;
using SynthData.Planning;
using SynthData.Run;
using SynthData.Schema;

namespace SynthData;

/// <summary>Reads batches forward as a <see cref="DbDataReader"/>.</summary>
/// <param name="rows">How many rows the table has.</param>
internal sealed class BatchDataReader(TablePlan table, long rows, IAsyncEnumerable<RowBatch> batches) : DbDataReader
{
    private readonly IAsyncEnumerator<RowBatch> source = batches.GetAsyncEnumerator();
    private readonly ImmutableArray<BatchColumn> columns = CheckedBatch.ColumnsOf(table);
    private RowBatch? batch;
    private int row;
    private bool isClosed;

    public override int Depth => 0;

    public override int FieldCount => columns.Length;

    public override bool HasRows => rows > 0;

    public override bool IsClosed => isClosed;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    // Whoever blocks must not wait for a continuation on its own thread.
    public override bool Read() => (batch is { } current && ++row < current.RowCount) || Task.Run(MoveToNextBatchAsync).GetAwaiter().GetResult();

    public override async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return (batch is { } current && ++row < current.RowCount) || await MoveToNextBatchAsync();
    }

    public override bool NextResult() => false;

    public override bool IsDBNull(int ordinal) => Current.IsNull(row, ordinal);

    public override object GetValue(int ordinal) => Current.GetValue(row, ordinal) ?? DBNull.Value;

    public override int GetValues(object[] values)
    {
        int count = Math.Min(values.Length, FieldCount);
        for (int ordinal = 0; ordinal < count; ordinal++)
            values[ordinal] = GetValue(ordinal);
        return count;
    }

    public override string GetName(int ordinal) => columns[ordinal].Name;

    [SuppressMessage("Usage", "CA2201:Do not raise reserved exception types", Justification = "IDataRecord.GetOrdinal promises this very exception.")]
    public override int GetOrdinal(string name)
    {
        ImmutableArray<string> names = [.. columns.Select(column => column.Name)];
        int ordinal = names.IndexOf(name);
        if (ordinal < 0)
            ordinal = names.IndexOf(name, StringComparer.OrdinalIgnoreCase);
        return ordinal >= 0 ? ordinal : throw new IndexOutOfRangeException($"Table '{table.Name}' has no visible column '{name}'.");
    }

    public override DataTable GetSchemaTable() => ReaderSchema.Of(columns, GetFieldType);

    public override string GetDataTypeName(int ordinal) => columns[ordinal].Type.ToString();

    [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.PublicProperties)]
    public override Type GetFieldType(int ordinal) => TypeOf(columns[ordinal].Type);

    /// <summary>The type of a column's values.</summary>
    [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.PublicProperties)]
    public static Type TypeOf(ColumnType type) => type.Kind switch
    {
        ColumnKind.Bool => typeof(bool),
        ColumnKind.Int32 => typeof(int),
        ColumnKind.Int64 => typeof(long),
        ColumnKind.Double => typeof(double),
        ColumnKind.Decimal => typeof(decimal),
        ColumnKind.Date => typeof(DateOnly),
        ColumnKind.Time => typeof(TimeOnly),
        ColumnKind.Timestamp => typeof(DateTime),
        ColumnKind.Uuid => typeof(Guid),
        _ => typeof(string),
    };

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

    public override byte GetByte(int ordinal) => Convert.ToByte(Number(ordinal), CultureInfo.InvariantCulture);

    public override char GetChar(int ordinal) => GetString(ordinal)[0];

    public override DateTime GetDateTime(int ordinal) => GetValue(ordinal) is DateOnly day ? day.ToDateTime(TimeOnly.MinValue) : (DateTime)GetValue(ordinal);

    public override decimal GetDecimal(int ordinal) => Convert.ToDecimal(Number(ordinal), CultureInfo.InvariantCulture);

    public override double GetDouble(int ordinal) => Convert.ToDouble(Number(ordinal), CultureInfo.InvariantCulture);

    public override float GetFloat(int ordinal) => Convert.ToSingle(Number(ordinal), CultureInfo.InvariantCulture);

    public override Guid GetGuid(int ordinal) => (Guid)GetValue(ordinal);

    public override short GetInt16(int ordinal) => Convert.ToInt16(Number(ordinal), CultureInfo.InvariantCulture);

    public override int GetInt32(int ordinal) => Convert.ToInt32(Number(ordinal), CultureInfo.InvariantCulture);

    public override long GetInt64(int ordinal) => Convert.ToInt64(Number(ordinal), CultureInfo.InvariantCulture);

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        throw new InvalidCastException($"Column '{GetName(ordinal)}' holds no bytes.");

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length)
    {
        string text = GetString(ordinal);
        if (buffer is null)
            return text.Length;
        int count = (int)Math.Min(length, Math.Max(0, text.Length - dataOffset));
        text.CopyTo((int)dataOffset, buffer, bufferOffset, count);
        return count;
    }

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    public override void Close()
    {
        if (!isClosed)
            Task.Run(async () => await source.DisposeAsync()).GetAwaiter().GetResult();
        isClosed = true;
    }

    public override async Task CloseAsync()
    {
        if (!isClosed)
            await source.DisposeAsync();
        isClosed = true;
    }

    public override async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await base.DisposeAsync();
    }

    private async Task<bool> MoveToNextBatchAsync()
    {
        while (await source.MoveNextAsync())
        {
            (batch, row) = (source.Current, 0);
            if (batch.RowCount > 0)
                return true;
        }

        return false;
    }

    private object Number(int ordinal) => GetValue(ordinal) is var value and (int or long or double or decimal)
        ? value
        : throw new InvalidCastException($"Column '{GetName(ordinal)}' holds {GetDataTypeName(ordinal)}, which is not a number.");

    private RowBatch Current => batch is { } current && row < current.RowCount ? current : throw new InvalidOperationException("There is no row; call Read first.");
}
