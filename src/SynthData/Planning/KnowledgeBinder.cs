using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Knowledge;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds prompt columns to what a knowledge file says of them.</summary>
internal sealed class KnowledgeBinder(PlanDraft plan)
{
    /// <summary>Binds a column.</summary>
    /// <param name="whyNot">What the knowledge lacks; empty where it does not speak of the column, or what is wrong was told.</param>
    /// <returns>Null where the column has to be filled otherwise.</returns>
    public BoundSource? Bind(TableDraft table, CellDraft cell, ColumnSchema column, ColumnType? written, SourceBinder sources, out string whyNot)
    {
        whyNot = "";
        if (plan.Request.Knowledge?.Find(table.Name, cell.Name) is not { } known)
            return null;
        string name = $"{table.Name}.{cell.Name}";
        if (Taken(known, cell, column) is not { } taken)
            return null;
        int before = plan.Bag.Count;
        KnowledgeNames names = new(plan, table, taken);
        if (names.Missing is { } missing)
        {
            plan.Bag.Add(KnowledgeDiagnostics.UnknownName, missing.Position, taken.Known.Key, missing.Text, table.Name, Suggestion.For(missing.Text, table.Names));
            return null;
        }

        if (names.Columns is null)
            return null;                                        // told where that column is bound
        KnowledgeColumn spelled = new KnowledgeSpelling(plan.Bag, taken.Known, names.Columns).Spell();
        new KnowledgeFit(plan, table, names.Columns).CheckValues(spelled, isPack: taken.IsPack);
        if (plan.Bag.Count > before)
            return null;
        whyNot = new KnowledgeCover(table, names.Columns).WhyNot(spelled.Pools) ?? "";
        if (whyNot.Length > 0)
            return null;
        ColumnType type = written ?? ColumnType.Text;
        return spelled.Pools[0].Draw is null && type.Kind == ColumnKind.String
            ? Texts(table, cell, column, type, taken, spelled, names.Columns, name)
            : Drawn(table, cell, column, written, sources, new KnowledgeDraws(table, names.Columns, spelled));
    }

    private BoundSource? Drawn(TableDraft table, CellDraft cell, ColumnSchema column, ColumnType? written, SourceBinder sources, KnowledgeDraws draws)
    {
        if (draws.WhyNot(cell.Name, written) is var (descriptor, position, args))
        {
            plan.Bag.Add(descriptor, position, args);
            return null;
        }

        return sources.Bind(table, cell, column, draws.ToSource(), written) is { } bound
            ? bound with { Keyword = "knowledge", Detail = $"{bound.Detail}{(bound.Detail.Length > 0 ? ", " : "")}from {plan.Request.Knowledge!.Path}" }
            : null;
    }

    private BoundSource? Texts(
        TableDraft table, CellDraft cell, ColumnSchema column, ColumnType type, TakenKnowledge taken, KnowledgeColumn spelled,
        ImmutableSortedDictionary<string, ScopeColumn> columns, string name)
    {
        int place = taken.PlaceOf(cell.Name);
        var fit = new KnowledgeFit(plan, table, columns);
        fit.CheckTexts(spelled, taken.Lists, place, column, name);
        KnowledgePlan bound = plan.Knowledge(table, taken.Known, () => fit.WithCombinations(new KnowledgePlan
        {
            Stream = spelled.Names.Length == 1 ? cell.Stream : $"{string.Join(",", taken.TableNames)}:knowledge",
            Names = taken.TableNames,
            Pools = spelled.Pools,
            Lists = fit.SpellLists(spelled, taken.Lists),
            Columns = columns,
            Lengths = [.. taken.TableNames.Select(one => table.Find(one)?.Column?.Length)],
            IsUnique = [.. taken.TableNames.Select(one => table.Find(one)?.Column is { IsUnique: true })],
        }));
        int entries = bound.Pools.Sum(pool => pool.Entries.Length);
        return new BoundSource(new KnowledgeCells(bound, place), type, bound.Slots, "knowledge")
        {
            IsUnique = column.IsUnique,
            Detail = $"{Count(entries, "entry", "entries")} in {Count(bound.Pools.Length, "pool", "pools")}{(taken.IsPack ? $", pack {spelled.Position.File}" : "")}",
        };
    }

    private static string Count(int count, string one, string many) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");

    // The column as its own file or its pack has it.
    private TakenKnowledge? Taken(KnowledgeColumn known, CellDraft cell, ColumnSchema column)
    {
        if (known.Pack is not { } use)
            return new TakenKnowledge(known, known.Names, plan.Request.Knowledge!.Lists, IsPack: false, ImmutableSortedDictionary<string, string>.Empty);
        string locale = column.Locale?.Only ?? plan.Schema.Locale;
        return PackBinder.Take(known, use, locale, $"{cell.Name}", plan.Bag);
    }
}

/// <summary>Knowledge of a column, from its own file or a pack.</summary>
/// <param name="Known">As that file has it.</param>
/// <param name="TableNames">The table's columns, in the order of its texts.</param>
/// <param name="Renamed">The table's name for a name of the file; those left out are the same.</param>
internal sealed record TakenKnowledge(
    KnowledgeColumn Known, ImmutableArray<string> TableNames, ImmutableSortedDictionary<string, KnowledgeList> Lists, bool IsPack,
    ImmutableSortedDictionary<string, string> Renamed)
{
    public int PlaceOf(string column) => TableNames.IndexOf(column);
}
