using System.Globalization;
using SynthData.Schema;

namespace SynthData.Testing.Binding;

/// <summary>Which C# types take the cells of a column, and how.</summary>
/// <param name="Convert">Makes the value of a cell; throws <see cref="OverflowException"/> or <see cref="FormatException"/> for one that does not fit. Null where the cell is the value.</param>
internal sealed record CellFit(Func<object, object>? Convert)
{
    private static readonly CellFit Same = new((Func<object, object>?)null);

    private static readonly Type[] Whole =
        [typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(decimal)];

    private static readonly Type[] Others =
        [typeof(string), typeof(bool), typeof(double), typeof(DateOnly), typeof(TimeOnly), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan), typeof(Guid)];

    /// <summary>The members by name; for enums only.</summary>
    private EnumNames? Names { get; init; }

    /// <summary>Finds how a type takes cells; null where it does not.</summary>
    public static CellFit? For(ColumnType column, Type type)
    {
        Type target = Nullable.GetUnderlyingType(type) ?? type;
        if (target == BatchDataReader.TypeOf(column))
            return Same;
        return column.Kind switch
        {
            ColumnKind.String when target.IsEnum => Of(new EnumNames(target)),
            ColumnKind.Int32 or ColumnKind.Int64 when Whole.Contains(target) => new CellFit(cell => System.Convert.ChangeType(cell, target, CultureInfo.InvariantCulture)),
            ColumnKind.Int32 when target == typeof(double) => new CellFit(cell => (double)(int)cell),
            ColumnKind.Date when target == typeof(DateTime) => new CellFit(cell => ((DateOnly)cell).ToDateTime(TimeOnly.MinValue)),
            ColumnKind.Time when target == typeof(TimeSpan) => new CellFit(cell => ((TimeOnly)cell).ToTimeSpan()),
            ColumnKind.Timestamp when target == typeof(DateTimeOffset) => new CellFit(cell => new DateTimeOffset((DateTime)cell, TimeSpan.Zero)),
            ColumnKind.Uuid when target == typeof(string) => new CellFit(cell => ((Guid)cell).ToString("D")),
            _ => null,
        };
    }

    /// <summary>The types that take cells of a column, for messages.</summary>
    public static string Takers(ColumnType column) => column.Kind switch
    {
        ColumnKind.String => "string, or an enum with a member for each category",
        ColumnKind.Bool => "bool",
        ColumnKind.Int32 => "int, another whole number, decimal or double",
        ColumnKind.Int64 => "long, another whole number or decimal",
        ColumnKind.Double => "double",
        ColumnKind.Decimal => "decimal",
        ColumnKind.Date => "DateOnly or DateTime",
        ColumnKind.Time => "TimeOnly or TimeSpan",
        ColumnKind.Timestamp => "DateTime, or DateTimeOffset as UTC",
        ColumnKind.Uuid => "Guid or string",
        _ => "string",
    };

    /// <summary>Whether a type is one that some column's cells can have.</summary>
    public static bool IsCellType(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var target && (target.IsEnum || Whole.Contains(target) || Others.Contains(target));

    /// <summary>The texts among those a column can hold that the type has no place for.</summary>
    public string[] Refused(IEnumerable<string> texts) => Names is { } names ? [.. texts.Where(text => !names.Has(text))] : [];

    private static CellFit Of(EnumNames names) => new(cell => names.Find((string)cell)) { Names = names };
}
