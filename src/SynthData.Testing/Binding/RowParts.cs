using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations.Schema;
using System.Reflection;
using SynthData.Planning;

namespace SynthData.Testing.Binding;

/// <summary>Matches members of a type with the columns of a table, and keeps what does not match.</summary>
internal sealed class RowParts(DatasetPlan plan, TablePlan table)
{
    private readonly ImmutableArray<CellPlan> columns = [.. table.Visible.Select(slot => table.Cells[slot])];
    private readonly NullabilityInfoContext annotations = new();
    private readonly NullableCells nullable = new(plan);

    /// <summary>What does not match, each as a clause.</summary>
    public List<string> Differences { get; } = [];

    /// <summary>Whether a property stands for a column: its values are cells, and it can be given one.</summary>
    public static bool IsColumn(Type type, PropertyInfo property) =>
        CellFit.IsCellType(property.PropertyType) && !property.IsDefined(typeof(NotMappedAttribute))
        && (property.SetMethod is { IsPublic: true } || type.GetConstructors().Any(one => one.GetParameters().Any(parameter => IsNamed(parameter, property))));

    /// <summary>Whether a property shows what a parameter of the constructor took.</summary>
    public static bool IsNamed(ParameterInfo parameter, PropertyInfo property) => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase);

    public bool Has(ParameterInfo parameter) => Find(NamedBy(parameter) ?? parameter.Name!).Count == 1;

    /// <summary>Matches a parameter of the constructor; null where it does not, which is told.</summary>
    public RowPart? Of(ParameterInfo parameter) =>
        Match(parameter.Name!, NamedBy(parameter), parameter.ParameterType, () => annotations.Create(parameter).WriteState);

    /// <summary>Matches a property; null where it does not, which is told, or where no column can be meant.</summary>
    public RowPart? Of(PropertyInfo property)
    {
        string? name = property.GetCustomAttribute<ColumnAttribute>()?.Name;

        // Lists and other rows that hang on a class of an object-relational mapper are filled by it.
        bool isOfMapper = name is null && !CellFit.IsCellType(property.PropertyType) && Find(property.Name).Count == 0
            && !property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute));
        return isOfMapper ? null : Match(property.Name, name, property.PropertyType, () => annotations.Create(property).WriteState);
    }

    // A parameter cannot have the attribute; the property that shows what it took can.
    private static string? NamedBy(ParameterInfo parameter) => parameter.Member.DeclaringType?.GetProperties()
        .FirstOrDefault(property => IsNamed(parameter, property))?.GetCustomAttribute<ColumnAttribute>()?.Name;

    private RowPart? Match(string member, string? name, Type type, Func<NullabilityState> annotated)
    {
        IReadOnlyList<string> found = name is null ? Find(member) : [.. columns.Select(cell => cell.Name).Where(column => column == name)];
        if (found.Count != 1)
        {
            Differences.Add(found.Count == 0
                ? $"'{member}' has no column{(name is null ? "" : $" '{name}'")}.{LooseName.Suggest(name ?? member, [.. columns.Select(cell => cell.Name)])} Columns: {string.Join(", ", columns.Select(cell => cell.Name))}"
                : $"'{member}' may be any of {string.Join(", ", found)}; [Column(\"{found[0]}\")] says which");
            return null;
        }

        int place = columns.Select(cell => cell.Name).ToList().IndexOf(found[0]);
        CellPlan cell = columns[place];
        int before = Differences.Count;
        CellFit? fit = CellFit.For(cell.Type, type);
        if (fit is null)
            Differences.Add($"column '{cell.Name}' is {cell.Type}, and '{member}' is {TypeText.Of(type)}; it takes {CellFit.Takers(cell.Type)}");
        else if (fit.Refused(KnownValues.Of(plan, cell)) is { Length: > 0 } unknown)
            Differences.Add($"column '{cell.Name}' has {string.Join(", ", unknown.Select(value => $"'{value}'"))}, which '{TypeText.Of(type)}' lacks");
        if (nullable.MayBeNull(table, cell.Slot) && IsNeverNull(type, annotated))
            Differences.Add($"column '{cell.Name}' may be null, and '{member}' is {TypeText.Of(type)}; write {TypeText.Of(type)}?");
        return Differences.Count > before ? null : new RowPart(member, type, place, cell.Name, cell.Position, fit!.Convert);
    }

    private IReadOnlyList<string> Find(string member) => LooseName.Find(member, columns.Select(cell => cell.Name));

    private static bool IsNeverNull(Type type, Func<NullabilityState> annotated) =>
        type.IsValueType ? Nullable.GetUnderlyingType(type) is null : annotated() == NullabilityState.NotNull;
}
