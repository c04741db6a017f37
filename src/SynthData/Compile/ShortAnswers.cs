using System.Collections.Immutable;
using System.Globalization;
using SynthData.Diagnostics;
using SynthData.Planning;
using SynthData.Schema;
using SynthData.Sources.Model.Replies;
using SynthData.Sources.Model.Tokens;

namespace SynthData.Compile;

/// <summary>Texts of a word or two, such as colours: there are few of them, so a model is asked for all of them with weights, and not for patterns.</summary>
internal static class ShortAnswers
{
    private const int MostCharacters = 24;
    private const int LeastValues = 2;

    /// <summary>Whether a column's texts are so short. Those that may not repeat are no closed list.</summary>
    public static bool Are(PromptColumn column) => column is { Type.Kind: ColumnKind.String, IsUnique: false }
        && (column.Length is { High: <= MostCharacters } || PromptedLength.Of(column.Prompt) <= MostCharacters);

    /// <summary>Reads <c>red=40|green=25</c>.</summary>
    /// <param name="wrong">What is wrong with it; null where nothing is.</param>
    public static ImmutableArray<WrittenEntry> Read(PromptColumn column, string text, out SlotProblem? wrong)
    {
        wrong = null;
        var entries = ImmutableArray.CreateBuilder<WrittenEntry>();
        foreach (string part in text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.LastIndexOf('=');
            string value = equals < 0 ? part : part[..equals].TrimEnd();
            if (equals < 0 || !decimal.TryParse(part[(equals + 1)..].TrimEnd('%', ' '), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal weight) || weight <= 0)
                wrong ??= Problem($"{CellReader.Shown(part)}, which is no value=weight");
            else if (CellReader.Read(new ReplyCell(value, IsText: true), column, out string read) is { } problem)
                wrong ??= problem;
            else if (read.AsSpan().ContainsAny('{', '}'))
                wrong ??= Problem($"{CellReader.Shown(read)} with a brace");
            else if (ScriptCheck.Foreign(read, column.Locale ?? "") is { } script && column.Locale is { } locale)
                wrong ??= SlotProblem.Of(CompileDiagnostics.OtherScript, column.Name, column.Name, script, locale);
            else if (entries.Any(entry => entry.Texts[0] == read))
                wrong ??= Problem($"{CellReader.Shown(read)} twice");
            else
                entries.Add(WrittenEntry.OfModel([read]) with { Weight = Math.Round(weight, 3) });
        }

        if (entries.Count < LeastValues)
            wrong ??= Problem($"{entries.Count} values, and {LeastValues} at least are needed");
        return entries.ToImmutable();

        SlotProblem Problem(string what) => SlotProblem.Of(CompileDiagnostics.BadValues, column.Name, column.Name, what);
    }
}
