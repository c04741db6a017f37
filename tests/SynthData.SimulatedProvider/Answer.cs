namespace SynthData.SimulatedProvider;

/// <summary>The text of an answer and how it ends.</summary>
internal sealed record Answer(string Text, string Finish = "stop", bool IsReset = false, bool IsStalled = false, bool IsRefusal = false)
{
    public static Answer To(RecordedRequest request, Fault? fault)
    {
        var composer = new Composer(request.System);
        List<string> rows = [.. request.Slots.Select(slot => composer.Row(slot, fault))];
        switch (fault)
        {
            case Fault.Says says:
                return new Answer(says.Text);
            case Fault.Refuses refuses:
                return new Answer(refuses.Text, IsRefusal: true);
            case Fault.ResetMidBody reset:
                return new Answer(Half(rows, reset.AfterRows), IsReset: true);
            case Fault.Stall stall:
                return new Answer(Half(rows, stall.AfterRows), IsStalled: true);
            case Fault.Truncated truncated:
                return new Answer(Half(rows, truncated.AfterRows), "length");
            case Fault.Fenced:
                return new Answer($"Sure! Here are the {rows.Count} rows [as asked]:\n```json\n{Whole(rows)}\n```\nTell me if {{more}} are needed.");
            case Fault.BareArray:
                return new Answer("[" + string.Join(",\n", rows) + "]");
            case Fault.Lines:
                return new Answer(string.Join('\n', rows));
            case Fault.Missing missing:
                rows.RemoveRange(rows.Count - missing.Count, missing.Count);
                break;
            case Fault.Extra:
                rows.Insert(0, composer.Row(new AskedSlot(999_999_999, "extra", null), null));
                break;
            case Fault.Duplicate:
                rows.Add(composer.Row(request.Slots[0] with { Line = "duplicate" }, null));
                break;
        }

        return new Answer(Whole(rows));
    }

    private static string Whole(List<string> rows) => "{\"rows\":[" + string.Join(',', rows) + "]}";

    private static string Half(List<string> rows, int whole)
    {
        string text = "{\"rows\":[" + string.Join(',', rows.Take(whole));
        return whole < rows.Count ? text + (whole == 0 ? "" : ",") + rows[whole][..(rows[whole].Length / 2)] : text;
    }
}
