using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Catalogue;

/// <summary>Says at plan time whether a distribution is known, is whole and goes with a type; what is wrong goes into the bag.</summary>
/// <remarks>The values of parameters are not looked at: whether they are numbers or durations depends on the column.</remarks>
internal static class DistributionCheck
{
    /// <summary>Checks what is written.</summary>
    /// <param name="written">The distribution as read.</param>
    /// <param name="type">The column's type.</param>
    /// <param name="isInRange">Whether the ends of a range can stand in for parameters.</param>
    /// <param name="column">Table and column, for messages.</param>
    /// <returns>The entry, or null after an error.</returns>
    public static Distribution? Find(DistributionSchema written, ColumnType type, bool isInRange, string column, DiagnosticBag bag)
    {
        IEnumerable<string> names = Distributions.All.Select(entry => entry.Name);
        Distribution? distribution = Distributions.Find(written.Name);
        if (distribution is null)
        {
            bag.Add(
                CatalogueDiagnostics.UnknownDistribution,
                written.Position,
                column, written.Name, string.Join(", ", names), Suggestion.For(written.Name, names));
            return null;
        }

        if (!type.IsNumeric && !(type.IsTemporal && distribution.TakesTimes))
        {
            string gives = distribution.TakesTimes ? "numbers, dates and times" : "numbers";
            bag.Add(CatalogueDiagnostics.DistributionType, written.Position, column, written.Name, type, gives);
            return null;
        }

        return Parameters(written, distribution, isInRange, column, bag) ? distribution : null;
    }

    private static bool Parameters(DistributionSchema written, Distribution distribution, bool isInRange, string column, DiagnosticBag bag)
    {
        bool isWhole = true;
        string all = distribution.Parameters.IsEmpty ? "none" : string.Join(", ", distribution.Parameters.Select(entry => entry.Name));
        HashSet<string> given = [];
        foreach (DistributionParameter parameter in written.Parameters)
        {
            string name = parameter.Name.Length == 0 ? distribution.Lone ?? "" : parameter.Name;
            given.Add(name);
            DistributionParameterEntry? entry = distribution.Parameters.FirstOrDefault(known => known.Name == name);
            if (entry is null)
            {
                bag.Add(
                    CatalogueDiagnostics.UnknownParameter,
                    parameter.Value.Position,
                    column, written.Name, parameter.Value.Text, parameter.Name, all, distribution.Example);
                isWhole = false;
            }
        }

        if (given.Count == 0 && isInRange && distribution.IsBareInRange)
            return true;

        foreach (DistributionParameterEntry entry in distribution.Parameters)
        {
            bool isThere = given.Contains(entry.Name);
            bool isReplaced = entry.Alternative is not null && given.Contains(entry.Alternative);
            if (isThere && isReplaced && string.CompareOrdinal(entry.Name, entry.Alternative) < 0)
            {
                bag.Add(CatalogueDiagnostics.ParameterTwice, written.Position, column, written.Name, entry.Name, entry.Alternative);
                isWhole = false;
            }
            else if (!isThere && !isReplaced && !(entry.IsAnEnd && isInRange))
            {
                bag.Add(CatalogueDiagnostics.MissingParameter, written.Position, column, written.Name, entry.Name, entry.About, distribution.Example);
                isWhole = false;
            }
        }

        return isWhole;
    }
}
