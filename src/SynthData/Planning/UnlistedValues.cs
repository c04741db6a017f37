using SynthData.Batches;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>A few values of a column's type that are none of those it lists.</summary>
internal static class UnlistedValues
{
    private const int Most = 9;

    private static readonly string[] Words = ["unknown", "n/a", "other", "?", "-", "undefined", "tbd", "xxx", "none"];

    /// <summary>Gives a column of them; empty where the type has no value to spare.</summary>
    public static Column Of(LiteralCells values, ColumnType type)
    {
        Column found = Column.For(type);
        if (type.Kind == ColumnKind.String)
            FillTexts((TextColumn)found, values);
        else if (found is DoubleColumn reals)
            FillReals(reals, (DoubleColumn)values.Cells);
        else if (found is Int64Column numbers && type.Kind is not (ColumnKind.Bool or ColumnKind.Time))
            FillNumbers(numbers, (Int64Column)values.Cells, TypeLimits.Of(type).High);
        return found;
    }

    private static void FillTexts(TextColumn found, LiteralCells values)
    {
        HashSet<string> listed = [.. values.Texts];
        string[] free = [.. Words.Where(word => !listed.Contains(word))];
        found.Reset(free.Length);
        for (int place = 0; place < free.Length; place++)
            found.Set(place, free[place]);
    }

    private static void FillReals(DoubleColumn found, DoubleColumn values)
    {
        double greatest = Enumerable.Range(0, values.Count).Where(place => !values.IsNull(place)).Select(place => values[place]).DefaultIfEmpty(0).Max();
        found.Reset(greatest < 1e15 ? Most : 0);
        for (int place = 0; place < found.Count; place++)
            found[place] = greatest + 1 + place;
    }

    private static void FillNumbers(Int64Column found, Int64Column values, long limit)
    {
        long greatest = Enumerable.Range(0, values.Count).Where(place => !values.IsNull(place)).Select(place => values[place]).DefaultIfEmpty(0).Max();
        found.Reset((int)Math.Min(Most, limit - greatest));
        for (int place = 0; place < found.Count; place++)
            found[place] = greatest + 1 + place;
    }
}
