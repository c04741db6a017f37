using System.Buffers;

namespace SynthData.Output.Csv;

/// <summary>What happens to a text that a spreadsheet would take for a formula.</summary>
internal enum CsvFormula
{
    /// <summary>It is written as it is.</summary>
    Keep,

    /// <summary>An apostrophe is put before it; the cell read back is then not the cell made.</summary>
    Escape,

    /// <summary>It ends the run.</summary>
    Reject,
}

/// <summary>Texts that spreadsheets run.</summary>
internal static class FormulaText
{
    private static readonly SearchValues<char> Starts = SearchValues.Create("=+-@\t\r");

    public static bool IsFormula(ReadOnlySpan<char> text) => !text.IsEmpty && Starts.Contains(text[0]);
}
