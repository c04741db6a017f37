using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SynthData.SimulatedProvider;

/// <summary>Makes values that fit the columns a system message describes; the same slot always gets the same ones.</summary>
internal sealed class Composer
{
    private static readonly string[] Words =
    [
        "amber", "brisk", "calm", "dusty", "early", "fresh", "gentle", "hollow", "ivory", "jolly", "keen", "light", "mellow", "narrow", "open",
        "plain", "quiet", "rapid", "silver", "tidy", "urban", "vivid", "warm", "young", "harbour", "meadow", "bridge", "garden", "market", "river",
    ];

    private readonly List<(string Name, string Traits, string Wish)> columns = [];
    private readonly PatternComposer? patterns;
    private readonly bool isSpread;

    public Composer(string system)
    {
        patterns = PatternComposer.Of(system, Words);
        isSpread = SpreadComposer.IsAsked(system);
        bool isInside = false;
        foreach (string line in system.Split('\n'))
        {
            if (line.StartsWith("Columns to fill", StringComparison.Ordinal))
                isInside = true;
            else if (isInside && !line.StartsWith("- \"", StringComparison.Ordinal))
                break;
            else if (isInside && Column(line) is { } column)
                columns.Add(column);
        }
    }

    /// <summary>The list of names that stands before the rows.</summary>
    public string Names => "[\"id\"" + string.Concat(columns.Select(column => "," + Quoted(column.Name))) + "]";

    /// <summary>Writes the row of a slot as JSON: a list, or an object where the fault says so.</summary>
    public AnsweredRow Row(AskedSlot slot, Fault? fault)
    {
        var text = new StringBuilder();
        var cells = new List<AnsweredCell>();
        bool isObject = fault is Fault.Objects;
        text.Append(CultureInfo.InvariantCulture, $"{(isObject ? "{\"id\":" : "[")}{slot.Id}");
        foreach ((string name, string traits, string wish) in columns)
        {
            if (slot.Fill is not null && !slot.Fill.Contains(name))
            {
                text.Append(isObject ? "" : ",null");
                continue;
            }

            string? faulty = fault switch
            {
                Fault.Cells wrong when wrong.Column == name => wrong.Json,
                Fault.Writes writes => writes.Json(slot, name),
                _ => null,
            };
            string value = faulty ?? Value(slot, name, traits, wish);
            cells.Add(new AnsweredCell(slot.Id, name, value, IsRight: faulty is null));
            text.Append(isObject ? $",{Quoted(name)}:{value}" : "," + value);
        }

        return new AnsweredRow(text.Append(isObject ? '}' : ']').ToString(), cells);
    }

    private string Value(AskedSlot slot, string name, string traits, string wish)
    {
        if (isSpread)
            return SpreadComposer.Write(slot.Line, name, traits);
        return patterns is not null && traits.StartsWith("text", StringComparison.Ordinal) ? Quoted(patterns.Write($"{slot.Line}\n{name}", name, wish)) : Value(slot, name, traits);
    }

    private static string Quoted(string name) => '"' + JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(name) + '"';

    private static (string Name, string Traits, string Wish)? Column(string line)
    {
        int end = line.IndexOf("\" (", StringComparison.Ordinal);
        int close = line.IndexOf("): ", StringComparison.Ordinal);
        if (end < 0 || close < end)
            return null;
        return (JsonSerializer.Deserialize<string>(line[2..(end + 1)])!, line[(end + 3)..close], line[(close + 3)..]);
    }

    private static string Value(AskedSlot slot, string name, string traits)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(slot.Line + "\n" + name));
        uint chance = BitConverter.ToUInt32(hash, 0);
        CultureInfo culture = CultureInfo.InvariantCulture;
        if (traits.StartsWith("true or false", StringComparison.Ordinal))
            return chance % 2 == 0 ? "true" : "false";
        if (traits.StartsWith("whole number", StringComparison.Ordinal))
            return (chance % 1000).ToString(culture);
        if (traits.StartsWith("number", StringComparison.Ordinal))
            return ((chance % 10_000) / 100m).ToString(culture);
        if (traits.StartsWith("date", StringComparison.Ordinal))
            return '"' + new DateOnly(2024, 1, 1).AddDays((int)(chance % 366)).ToString("yyyy-MM-dd", culture) + '"';
        if (traits.StartsWith("timestamp", StringComparison.Ordinal))
            return '"' + new DateTime(2024, 1, 1).AddSeconds(chance % 31_000_000).ToString("yyyy-MM-dd'T'HH:mm:ss", culture) + '"';
        if (traits.StartsWith("time", StringComparison.Ordinal))
            return '"' + new TimeOnly((int)(chance % 24), (int)(chance / 24 % 60)).ToString("HH:mm:ss", culture) + '"';
        if (traits.StartsWith("UUID", StringComparison.Ordinal))
            return '"' + new Guid(hash.AsSpan(0, 16)).ToString() + '"';
        return traits.StartsWith("JSON", StringComparison.Ordinal) ? $"\"{{\\\"n\\\":{chance % 100}}}\"" : '"' + Phrase(hash, traits) + '"';
    }

    // Ends with eight digits of the hash, so that no two rows are alike.
    private static string Phrase(byte[] hash, string traits)
    {
        (int low, int high) = Length(traits);
        string tag = Convert.ToHexStringLower(hash.AsSpan(24, 4));
        if (high < tag.Length + 2)
            return tag[..Math.Min(high, tag.Length)];
        var text = new StringBuilder();
        for (int index = 0; text.Length < Math.Max(low, 12); index++)
            text.Append(Words[hash[index % 24] % Words.Length]).Append(' ');
        int room = high - tag.Length - 1;
        if (text.Length > room)
            text.Length = room;
        string phrase = text.ToString().Trim() + " " + tag;
        return char.ToUpperInvariant(phrase[0]) + phrase[1..].PadRight(Math.Max(0, low - 1), '.');
    }

    private static (int Low, int High) Length(string traits)
    {
        foreach (string trait in traits.Split(", "))
        {
            string[] words = trait.Split(' ');
            if (words is [var low, "to", var high, "characters"])
                return (int.Parse(low, CultureInfo.InvariantCulture), int.Parse(high, CultureInfo.InvariantCulture));
        }

        return (0, 60);
    }
}
