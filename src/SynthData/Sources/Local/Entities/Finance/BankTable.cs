using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace SynthData.Sources.Local.Entities.Finance;

/// <summary>The banks of one locale's country. Immutable and thread-safe.</summary>
internal sealed class BankTable
{
    private static readonly ConcurrentDictionary<string, BankTable> Read = new(StringComparer.Ordinal);

    private BankTable(string locale)
    {
        RecordTable all = RecordTable.Of("bank");
        ImmutableArray<int> own = [.. Enumerable.Range(0, all.Count).Where(record => all.Field("locale")[record] == locale)];
        if (own.IsEmpty)
            throw new ArgumentException($"There are no banks for the locale '{locale}'.", nameof(locale));
        Country = all.Field("country")[own[0]];
        Names = Of("bank_name");
        Codes = Of("bank_code");
        Bics = Of("bic");
        Weights = new WeightedTable([.. own.Select(record => all.Numbers("weight")[record])]);

        ImmutableArray<string> Of(string field) => [.. own.Select(record => all.Field(field)[record])];
    }

    /// <summary>ISO 3166-1, two letters.</summary>
    public string Country { get; }

    public ImmutableArray<string> Names { get; }

    /// <summary>The code that banks have in their country: the routing number, Bankleitzahl, code banque, БИК.</summary>
    public ImmutableArray<string> Codes { get; }

    public ImmutableArray<string> Bics { get; }

    public WeightedTable Weights { get; }

    public static BankTable Of(string locale) => Read.GetOrAdd(locale, static name => new BankTable(name));
}
