namespace SynthData.SimulatedProvider;

/// <summary>The text of an answer and how it ends.</summary>
internal sealed record Answer(string Text, AnswerEnd End = AnswerEnd.Whole)
{
    /// <summary>The cells of the rows that are whole and were asked for.</summary>
    public IReadOnlyList<AnsweredCell> Cells { get; private init; } = [];

    public static Answer To(RecordedRequest request, Fault? fault)
    {
        var composer = new Composer(request.System);
        AnsweredRow[] names = fault is Fault.Objects ? [] : [new AnsweredRow(composer.Names, [])];
        List<AnsweredRow> rows = [.. request.Slots.Select(slot => composer.Row(slot, fault))];
        switch (fault)
        {
            case Fault.Says says:
                return new Answer(says.Text);
            case Fault.Refuses refuses:
                return new Answer(refuses.Text, AnswerEnd.Refusal);
            case Fault.ResetMidBody reset:
                return Half([.. names, .. rows], reset.AfterRows + 1, AnswerEnd.Reset);
            case Fault.Stall stall:
                return Half([.. names, .. rows], stall.AfterRows + 1, AnswerEnd.Stall);
            case Fault.Truncated truncated:
                return Half([.. names, .. rows], truncated.AfterRows + 1, AnswerEnd.Length);
            case Fault.Fenced:
                return Of($"Sure! Here are the {rows.Count} rows [as asked]:\n```json\n{Whole([.. names, .. rows])}\n```\nTell me if {{more}} are needed.", rows);
            case Fault.BareArray:
                return Of("[" + string.Join(",\n", names.Concat(rows).Select(row => row.Json)) + "]", rows);
            case Fault.Lines:
                return Of(string.Join('\n', names.Concat(rows).Select(row => row.Json)), rows);
            case Fault.Missing missing:
                rows.RemoveRange(Math.Max(0, rows.Count - missing.Count), Math.Min(rows.Count, missing.Count));
                break;
            case Fault.Extra:
                return Of(Whole([.. names, composer.Row(new AskedSlot(999_999_999, "extra", null), null), .. rows]), rows);
            case Fault.Duplicate:
                return Of(Whole([.. names, .. rows, composer.Row(request.Slots[0] with { Line = "duplicate" }, null)]), rows);
        }

        return Of(Whole([.. names, .. rows]), rows);
    }

    private static Answer Of(string text, IEnumerable<AnsweredRow> rows, AnswerEnd end = AnswerEnd.Whole) =>
        new(text, end) { Cells = [.. rows.SelectMany(row => row.Cells)] };

    private static string Whole(IEnumerable<AnsweredRow> rows) => "{\"rows\":[" + string.Join(',', rows.Select(row => row.Json)) + "]}";

    private static Answer Half(List<AnsweredRow> rows, int whole, AnswerEnd end)
    {
        string text = "{\"rows\":[" + string.Join(',', rows.Take(whole).Select(row => row.Json));
        if (whole < rows.Count)
            text += (whole == 0 ? "" : ",") + rows[whole].Json[..(rows[whole].Json.Length / 2)];
        return Of(text, rows.Take(whole), end);
    }
}

/// <summary>How an answer ends.</summary>
internal enum AnswerEnd
{
    Whole,

    /// <summary>At the token limit.</summary>
    Length,

    /// <summary>With the protocol's own refusal.</summary>
    Refusal,

    /// <summary>The connection is dropped.</summary>
    Reset,

    /// <summary>Nothing more comes.</summary>
    Stall,
}

/// <summary>One row of an answer.</summary>
internal sealed record AnsweredRow(string Json, IReadOnlyList<AnsweredCell> Cells);
