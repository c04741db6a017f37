using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Knowledge;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Turns pools that say what is drawn into the source a schema would write: the same ranges, distributions and weights, by condition.</summary>
internal sealed class KnowledgeDraws(TableDraft table, ImmutableSortedDictionary<string, ScopeColumn> columns, KnowledgeColumn known)
{
    /// <summary>Says why the pools cannot be such a source; null where they can.</summary>
    public (DiagnosticDescriptor Descriptor, SourcePosition Position, object?[] Args)? WhyNot(string column, ColumnType? type)
    {
        foreach (KnowledgeEntry entry in known.Pools.SelectMany(pool => pool.Entries))
        {
            if (entry.Texts.Length > 1 || entry.Texts[0].Parts is not [LiteralPart])
                return (KnowledgeDiagnostics.TypeTakesNoText, entry.Position, [$"{known.Table}.{column}", type, entry.Texts[0].Written]);
        }

        return known.Pools.FirstOrDefault(pool => Kind(pool) != Kind(known.Pools[0])) is { } other
            ? (KnowledgeDiagnostics.MixedPools, other.Position, [known.Key, Kind(known.Pools[0]), Kind(other)])
            : null;
    }

    private static string Kind(KnowledgePool pool) => pool.Draw switch
    {
        RangeSource { Step: not null } => "'range' with 'step'",
        RangeSource => "'range'",
        DistributionSource => "'distribution'",
        ValuesSource => "'values'",
        _ => "'entries'",
    };

    public SourceSchema ToSource()
    {
        ImmutableArray<SourceSchema> draws = [.. known.Pools.Select(pool => pool.Draw ?? Values(pool))];
        ImmutableArray<ExpressionText> given = [.. Names.Select(name => new ExpressionText(OwnName(name), known.Position))];
        SourceSchema source = draws[0] switch
        {
            RangeSource => new RangeSource(Option(draws, one => ((RangeSource)one).Ends.Otherwise)!, known.Position)
            {
                Distribution = draws.All(one => ((RangeSource)one).Distribution is null) ? null : Option(draws, one => ((RangeSource)one).Distribution?.Otherwise ?? Uniform),
                Step = Option(draws, one => ((RangeSource)one).Step?.Otherwise),
            },
            DistributionSource => new DistributionSource(Option(draws, one => ((DistributionSource)one).Distribution.Otherwise)!, known.Position),
            _ => new ValuesSource(Option(draws, one => ((ValuesSource)one).Values.Otherwise)!, IsExact: false, known.Position),
        };
        return source with { Given = given };
    }

    private DistributionSchema Uniform => new("uniform", [], known.Position);

    private string[] Names => [.. known.Pools.SelectMany(pool => pool.When).Select(one => one.Column.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private string OwnName(string name) => table.Cells[columns[name].Slot].Name;

    private static ValuesSource Values(KnowledgePool pool) => new(
        new GivenOption<ValueList>(
            [],
            new ValueList([.. pool.Entries.Select(entry => new WeightedScalar(new SchemaScalar(((LiteralPart)entry.Texts[0].Parts[0]).Text, true, entry.Texts[0].Position), entry.Weight))], pool.Position),
            pool.Position),
        IsExact: false,
        pool.Position);

    // A row takes the pool with most conditions, so each combination that can happen becomes a case of its own.
    private GivenOption<T>? Option<T>(ImmutableArray<SourceSchema> draws, Func<SourceSchema, T?> of)
        where T : class
    {
        if (draws.All(draw => of(draw) is null))
            return null;
        string[] names = Names;
        int general = known.Pools.ToList().FindIndex(pool => pool.When.IsEmpty);
        T? otherwise = general < 0 ? null : of(draws[general]);
        if (names.Length == 0)
            return new GivenOption<T>([], otherwise, known.Position);
        var cases = ImmutableArray.CreateBuilder<GivenCase<T>>();
        foreach (ImmutableArray<string> values in Combinations(names))
        {
            int pool = KnowledgeCover.Choose(known.Pools, one => KnowledgeCover.Holds(one, names, values));
            if (pool >= 0 && of(draws[pool]) is { } value)
                cases.Add(new GivenCase<T>([.. values.Select(text => new SchemaScalar(text, true, known.Pools[pool].Position))], value, known.Pools[pool].Position));
        }

        return new GivenOption<T>(cases.ToImmutable(), otherwise, known.Position);
    }

    private IEnumerable<ImmutableArray<string>> Combinations(string[] names)
    {
        ImmutableArray<int> slots = [.. names.Select(name => columns[name].Slot)];
        ImmutableArray<ImmutableArray<string>> domains = [.. names.Select((name, index) => ClosedDomain.Of(table, slots[index]) ?? Named(name))];
        return ClosedDomain.Combinations(table, slots, domains);
    }

    private ImmutableArray<string> Named(string name) =>
        [.. known.Pools.SelectMany(pool => pool.When).Where(one => one.Column.Text == name).SelectMany(one => one.Values).Select(value => value.Text).Distinct(StringComparer.Ordinal)];
}
