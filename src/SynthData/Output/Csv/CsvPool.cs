using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SynthData.Batches;

namespace SynthData.Output.Csv;

/// <summary>The texts of a pool as CSV fields, made once. Immutable and thread-safe.</summary>
internal sealed class CsvPool
{
    // Short fields are copied whole: so many bytes may be read behind the last one, and written behind a cell.
    public const int Slack = 32;

    private readonly byte[] bytes;
    private readonly int[] starts;
    private readonly bool[] refused;

    public CsvPool(TextPool pool, CsvFormula formula)
    {
        using ByteChunk fields = new(1024);
        starts = new int[pool.Count + 1];
        refused = new bool[pool.Count];
        for (int code = 0; code < pool.Count; code++)
        {
            string text = pool[code];
            bool isFormula = formula != CsvFormula.Keep && FormulaText.IsFormula(text);
            refused[code] = isFormula && formula == CsvFormula.Reject;
            string written = isFormula ? "'" + text : text;
            int length = CsvText.Write(written, fields.GetSpan(CsvText.MaxLength(written.Length)));
            fields.Advance(length);
            starts[code + 1] = starts[code] + length;
            MaxLength = Math.Max(MaxLength, length);
        }

        bytes = [.. fields.Written.Span, .. new byte[Slack]];
    }

    /// <summary>The bytes of the longest field.</summary>
    public int MaxLength { get; }

    /// <summary>Says whether a text is a formula where formulas are refused.</summary>
    public bool IsRefused(int code) => refused[code];

    /// <summary>Writes a field; gives its length.</summary>
    /// <param name="target">At least <see cref="Slack"/> bytes longer than the field.</param>
    public int Write(int code, Span<byte> target)
    {
        int start = starts[code];
        int length = starts[code + 1] - start;
        if (length > Slack)
        {
            bytes.AsSpan(start, length).CopyTo(target);
            return length;
        }

        ref byte to = ref MemoryMarshal.GetReference(target[..Slack]);
        Vector256.LoadUnsafe(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bytes), start)).StoreUnsafe(ref to);
        return length;
    }
}
