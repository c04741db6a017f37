using SynthData.Diagnostics;

namespace SynthData.Testing;

/// <summary>Names of the schema and of C#, compared by their letters and digits: <c>ordered_at</c> is <c>OrderedAt</c>, <c>e-bike</c> is <c>EBike</c>.</summary>
internal static class LooseName
{
    public static string Of(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>Finds the name that is meant: the one that is equal, else those alike.</summary>
    public static IReadOnlyList<string> Find(string wanted, IEnumerable<string> names)
    {
        string loose = Of(wanted);
        string[] alike = [.. names.Where(name => Of(name) == loose)];
        return alike.Length > 1 && Array.Find(alike, name => string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase)) is { } equal ? [equal] : alike;
    }

    /// <summary>Gives <c> Did you mean 'x'?</c> for the nearest name, or an empty text.</summary>
    public static string Suggest(string wanted, IReadOnlyCollection<string> names)
    {
        string? near = Suggestion.Nearest(Of(wanted), names.Select(Of));
        return near is null ? "" : $" Did you mean '{names.First(name => Of(name) == near)}'?";
    }
}
