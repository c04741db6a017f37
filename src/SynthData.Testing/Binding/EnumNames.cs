namespace SynthData.Testing.Binding;

/// <summary>The members of an enum by their letters and digits, so that <c>e-bike</c> finds <c>EBike</c>.</summary>
internal sealed class EnumNames(Type type)
{
    private readonly Dictionary<string, object> members = Enum.GetNames(type).GroupBy(LooseName.Of, StringComparer.Ordinal)
        .ToDictionary(alike => alike.Key, alike => Enum.Parse(type, alike.First()), StringComparer.Ordinal);

    public bool Has(string text) => members.ContainsKey(LooseName.Of(text));

    /// <exception cref="FormatException">There is no such member.</exception>
    public object Find(string text) => members.TryGetValue(LooseName.Of(text), out object? member) ? member : throw new FormatException(text);
}
