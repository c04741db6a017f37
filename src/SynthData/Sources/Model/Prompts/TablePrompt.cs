using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SynthData.Planning;
using SynthData.Schema;
using SynthData.Sources.Model.Replies;
using SynthData.Sources.Model.Variety;

namespace SynthData.Sources.Model.Prompts;

/// <summary>The words a table's calls are made of: one system message for all of them, byte for byte, and one message of slots each.</summary>
/// <remarks>The same beginning lets a provider's prompt cache hit; what differs stands last.</remarks>
internal sealed class TablePrompt
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ImmutableArray<DefaultAxis> axes;

    public TablePrompt(PromptTable table)
    {
        Table = table;
        axes = DefaultAxes.Of(table);
        Columns = WireNames(table.Columns);
        System = WriteSystem();
    }

    public PromptTable Table { get; }

    /// <summary>The names of the columns to fill as the model sees them: their own, unless one is called <c>id</c>.</summary>
    public ImmutableArray<string> Columns { get; }

    public string System { get; }

    /// <summary>Prints the slots of one call: what is worn out, a header, then a JSON array a line.</summary>
    /// <remarks>Everything a model or a dataset wrote stands in JSON strings, so that it stays a value whatever it says.</remarks>
    public string WriteSlots(IReadOnlyList<SlotAsk> asks, ImmutableArray<WornTexts> memory = default)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Fill {asks.Count} {(asks.Count == 1 ? "row" : "rows")}.\n");
        if (asks.Any(ask => ask.State.IsReworded))
            text.Append("An earlier answer held no data. These rows are invented, describe nobody and serve to test software; answer each of them in the format.\n");
        WriteMemory(text, "Worn out in earlier rows, use other words:", memory, worn => worn.Worn);
        WriteMemory(text, "Taken:", memory, worn => worn.Taken);
        text.Append(Line(json =>
        {
            json.WriteStringValue("id");
            foreach (KnownColumn known in Table.Known)
                json.WriteStringValue(known.Name);
            foreach (DefaultAxis axis in axes)
                json.WriteStringValue(axis.Name);
        }));
        foreach (SlotAsk ask in asks)
            text.Append('\n').Append(Line(json => WriteSlot(json, ask)));
        return text.ToString();
    }

    private void WriteMemory(StringBuilder text, string title, ImmutableArray<WornTexts> memory, Func<WornTexts, ImmutableArray<string>> told)
    {
        if (memory.IsDefault || memory.All(worn => told(worn).IsEmpty))
            return;
        text.Append(title);
        foreach (WornTexts worn in memory.Where(worn => !told(worn).IsEmpty))
        {
            text.Append(' ').Append(Quoted(Columns[worn.Column])).Append(": ").Append(Line(json =>
            {
                foreach (string one in told(worn))
                    json.WriteStringValue(one);
            }));
        }

        text.Append('\n');
    }

    private static ImmutableArray<string> WireNames(ImmutableArray<PromptColumn> columns)
    {
        string id = "id";
        while (id == "id" || columns.Any(column => column.Name == id))
            id += "_";
        return [.. columns.Select(column => column.Name == "id" ? id : column.Name)];
    }

    private static string Line(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            json.WriteStartArray();
            write(json);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static string Quoted(string text) => '"' + JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text) + '"';

    // As an answer would write it; what an earlier reply gave and nobody judged yet may be anything.
    private static void WriteCell(Utf8JsonWriter json, string text, ColumnType type)
    {
        if ((type.IsNumeric || type.Kind == ColumnKind.Bool) && IsBare(text))
            json.WriteRawValue(text);
        else
            json.WriteStringValue(text);
    }

    private static bool IsBare(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes);
        try
        {
            return reader.Read() && reader.TokenType is JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False && reader.BytesConsumed == bytes.Length;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void WriteSlot(Utf8JsonWriter json, SlotAsk ask)
    {
        json.WriteNumberValue(ask.RowIndex);
        for (int index = 0; index < Table.Known.Length; index++)
        {
            if (ask.State.Slot.Known[index] is { } text)
                WriteCell(json, text, Table.Known[index].Type);
            else
                json.WriteNullValue();
        }

        foreach (DefaultAxis axis in axes)
            json.WriteStringValue(axis.Of(ask.RowIndex));
        bool isPartial = ask.Columns.Length < Columns.Length;
        if (!isPartial && ask.State.Problems.Count == 0)
            return;
        json.WriteStartObject();
        if (isPartial)
        {
            json.WriteStartArray("fill");
            foreach (int column in ask.Columns)
                json.WriteStringValue(Columns[column]);
            json.WriteEndArray();
        }

        if (ask.Have.Any(text => text is not null))
        {
            json.WriteStartObject("have");
            for (int column = 0; column < Columns.Length; column++)
            {
                if (ask.Have[column] is not { } text)
                    continue;
                json.WritePropertyName(Columns[column]);
                WriteCell(json, text, Table.Columns[column].Type);
            }

            json.WriteEndObject();
        }

        if (ask.State.Problems.Count > 0)
        {
            json.WriteStartArray("wrong");
            foreach (SlotProblem problem in ask.State.Problems)
                json.WriteStringValue(problem.Message);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private string WriteSystem()
    {
        var text = new StringBuilder();
        text.Append("You write realistic values for rows of a synthetic dataset. Everything in it is invented.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Dataset: {Table.Dataset}{About(Table.DatasetAbout)}\n");
        text.Append(CultureInfo.InvariantCulture, $"Table: {Table.Table}{About(Table.TableAbout)}\n");
        text.Append(CultureInfo.InvariantCulture, $"Language and region: {Table.Locale}, unless a column says otherwise.\n");
        WriteKnown(text, "Columns given with each row, which its values must fit:", [.. Table.Known.Where(known => !known.IsAxis)]);
        WriteKnown(
            text, "Given to make rows differ; write in their spirit and name none of them; what a column to fill says comes first:",
            [.. Table.Known.Where(known => known.IsAxis), .. axes.Select(axis => new KnownColumn(axis.Name, ColumnType.Text, axis.About))]);

        text.Append("\nColumns to fill; {x} stands for what the row has in column x:\n");
        for (int index = 0; index < Columns.Length; index++)
            text.Append(CultureInfo.InvariantCulture, $"- {Quoted(Columns[index])} ({Traits(Table.Columns[index])}): {Wish(Table.Columns[index])}\n");
        if (Table.Guide is { } guide)
            text.Append('\n').Append(guide).Append('\n');
        if (!Table.Rules.IsEmpty)
        {
            text.Append("\nEvery row is checked against these rules; one that breaks a rule is sent back:\n");
            foreach (PromptRule rule in Table.Rules)
                text.Append("- ").Append(Told(rule)).Append('\n');
        }

        text.Append("\nRows come as one JSON list a line: the id, then the given columns in the order of the header line. An object at the end says: ");
        text.Append("\"fill\": fill only these columns; \"have\": values that stay, to fit the new ones to; \"wrong\": what has to be different from an earlier answer.\n");
        text.Append("Answer in the same form, as compact JSON and nothing else:\n");
        text.Append("{\"rows\":[[\"id\"");
        foreach (string column in Columns)
            text.Append(',').Append(Quoted(column));
        text.Append("],[0,…],…]}\n");
        text.Append("One list for each id asked, no other id, each with a cell for every name: numbers, true and false bare, all else as JSON strings, ");
        text.Append("null only for columns not to be filled. Let rows differ as real ones do.");
        return text.ToString();
    }

    private static void WriteKnown(StringBuilder text, string title, ImmutableArray<KnownColumn> columns)
    {
        if (columns.IsEmpty)
            return;
        text.Append('\n').Append(title).Append('\n');
        foreach (KnownColumn known in columns)
            text.Append(CultureInfo.InvariantCulture, $"- {Quoted(known.Name)}{(known.About is null ? "" : ": " + known.About)}\n");
    }

    private static string Told(PromptRule rule)
    {
        string condition = rule.Name == rule.Check ? $"in SQL: {rule.Check}" : $"{rule.Name}, in SQL: {rule.Check}";
        return rule.Why is null ? condition : $"{rule.Why} ({condition})";
    }

    private static string About(string? about) => about is null ? "." : ". " + about;

    private static string Wish(PromptColumn column) => (column.Prompt, column.About) switch
    {
        ({ } prompt, { } about) => $"{prompt} ({about})",
        ({ } prompt, null) => prompt,
        (null, { } about) => about,
        _ => "What fits the row.",
    };

    private string Traits(PromptColumn column)
    {
        string traits = TypeWords.For(column.Type);
        if (column.Length is { } length)
            traits += string.Create(CultureInfo.InvariantCulture, $", {length.Low} to {length.High} characters");
        if (column.IsUnique)
            traits += ", no two rows alike";
        if (column.Similarity is { } similarity)
            traits += string.Create(CultureInfo.InvariantCulture, $", no two rows more than {similarity * 100:0.##} % alike");
        return column.Locale is { } locale && locale != Table.Locale ? $"{traits}, in {locale}" : traits;
    }
}
