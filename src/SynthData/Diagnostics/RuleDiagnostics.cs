using System.Collections.Immutable;
using static SynthData.Diagnostics.DiagnosticDescriptor;

namespace SynthData.Diagnostics;

/// <summary>SD4001 to SD4099: rules that rows break, and data that does not keep its schema.</summary>
internal static class RuleDiagnostics
{
    public static readonly DiagnosticDescriptor RowRuleBroken = Error(
        "SD4001", "No draw of row {0} of table '{1}' keeps the rule '{2}' ({3} tried). Its cells: {4}.{5}",
        "Widen what the rule's columns draw from, make the rule hold by construction (`after`, `within`, `given`, `cases`), or relax it.",
        "A row that breaks a rule is drawn again, up to 100 times. `synthdata plan` shows how often a rule rejects.");

    public static readonly DiagnosticDescriptor CellFailed = Error(
        "SD4002", "No draw of row {0} of table '{1}' gives column '{2}' a value ({3} tried): {6} Its cells: {4}.{5}",
        "Guard the expression, such as `a / nullif(b, 0)`, or change what it reads.",
        "Expressions never give infinity or NaN. A row with a failed cell is drawn again, like one that breaks a rule.");

    public static readonly DiagnosticDescriptor FrozenRuleBroken = Error(
        "SD4003", "Row {0} of table '{1}' breaks the rule '{2}', which reads only cells that no redraw changes. Its cells: {3}.{4}",
        "Make the rule hold by construction, or let it read a drawn column.",
        "Keys, positions, exact columns and the `per` parent stay as they are when a row is drawn again.");

    public static readonly DiagnosticDescriptor CountFailed = Error(
        "SD4004", "Row {0} of table '{1}' has no count of '{2}': the expression fails, is below 0 or above 2^40.",
        "Make the count a whole number of at least 0, such as `greatest(seats, 0)`.",
        "A count given as an expression must give a whole number from 0 to 2^40 for every parent; null counts as 0.");

    public static readonly DiagnosticDescriptor NotUnique = Error(
        "SD4005", "Rows {0} and {1} of table '{2}' agree in {3}, which rule '{4}' forbids.",
        "Add a column that tells them apart, or make one of them unique.",
        "Uniqueness of computed or listed columns is verified while the rows pass.");

    public static readonly DiagnosticDescriptor NotDetermined = Error(
        "SD4006", "Rows {0} and {1} of table '{2}' have the same {3} but different {4}, which rule '{5}' forbids.",
        "Draw '{4}' with `given`, or list the pairs.",
        "A dependency says that equal values of one column mean equal values of another.");

    public static readonly DiagnosticDescriptor ShareMissed = Error(
        "SD4007", "In table '{0}', {1} of {2} rows ({3:0.####}) keep '{4}'; the rule wants {5} within {6}.",
        "Make the column `exact: true`, or change its weights or the rule.",
        "A share rule counts the rows for which its condition is TRUE.");

    public static readonly DiagnosticDescriptor KeyMissing = Error(
        "SD4008", "Row {0} of table '{1}' has {2} = {3}, which is no {4} of table '{5}'.",
        "Refer with `references`, or compute the value from a parent's key.",
        "A column with `to` holds keys of another table; one that is not there is an orphan.");

    public static readonly DiagnosticDescriptor NullInKey = Error(
        "SD4009", "Row {0} of table '{1}' has a null in its key '{2}'.", "Make the key's columns never null.",
        "A key names its row; null names nothing.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [RowRuleBroken, CellFailed, FrozenRuleBroken, CountFailed, NotUnique, NotDetermined, ShareMissed, KeyMissing, NullInKey];
}
