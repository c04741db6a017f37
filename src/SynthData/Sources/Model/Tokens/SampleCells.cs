using System.Text;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Sources.Model.Tokens;

/// <summary>Cells as long as a model's may be, to measure what answers come to.</summary>
internal static class SampleCells
{
    /// <summary>Of a text whose length nobody says.</summary>
    private const int UsualCharacters = 60;

    private const string Prose = "The delivery arrived on Tuesday, but one of the two parts inside was different from its description, so please explain how returning it works. ";

    public static string Of(PromptColumn column) => column.Type.Kind switch
    {
        ColumnKind.String => Text(Characters(column) * (column.IsTemplate ? 2 : 1)),
        ColumnKind.Bool => "true",
        ColumnKind.Int32 or ColumnKind.Int64 => "120",
        ColumnKind.Double or ColumnKind.Decimal => "12.5",
        ColumnKind.Date => "2024-05-17",
        ColumnKind.Time => "14:05:30",
        ColumnKind.Timestamp => "2024-05-17T14:05:30",
        ColumnKind.Uuid => "3f2b8c1e-5d4a-4e6f-9a7b-0c1d2e3f4a5b",
        _ => "{}",
    };

    private static int Characters(PromptColumn column)
    {
        double? asked = PromptedLength.Of(column.Prompt);
        if (column.Length is not { } length)
            return (int)(asked ?? UsualCharacters);
        // Lengths are often generous, so the geometric mean is nearer to what is written than the middle.
        double usual = asked ?? Math.Sqrt(Math.Max(10.0, length.Low) * length.High);
        return (int)Math.Clamp(usual, length.Low, length.High);
    }

    private static string Text(int characters)
    {
        var text = new StringBuilder(characters + Prose.Length);
        while (text.Length < characters)
            text.Append(Prose);
        text.Length = characters;
        return text.ToString();
    }
}
