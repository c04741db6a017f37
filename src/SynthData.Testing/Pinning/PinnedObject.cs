using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using SynthData.Testing.Binding;

namespace SynthData.Testing.Pinning;

/// <summary>An object that a test pins to a row: which cells it names, and their values.</summary>
/// <param name="Cells">Names as the object has them, and values.</param>
/// <param name="IsWhole">It is a row of a type of its own, and so says all of the row.</param>
internal sealed record PinnedObject(IReadOnlyList<(string Name, object? Value)> Cells, bool IsWhole)
{
    public static PinnedObject Of(object pinned) => pinned switch
    {
        IEnumerable<KeyValuePair<string, object?>> pairs => new([.. pairs.Select(pair => (pair.Key, pair.Value))], IsWhole: false),
        IDictionary map => new([.. map.Keys.Cast<object>().Select(key => ($"{key}", map[key]))], IsWhole: false),
        _ when GeneratedRows.Of(pinned.GetType()) is { } generated => new(
            [.. generated.Columns.Zip(GeneratedProperties(pinned.GetType(), generated.Columns.Count()), (column, property) => (column, property.GetValue(pinned)))],
            IsWhole: true),
        _ => new([.. Properties(pinned.GetType()).Select(property => (NameOf(property), property.GetValue(pinned)))], !IsAnonymous(pinned.GetType())),
    };

    private static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
        .Where(property => IsAnonymous(type) || RowParts.IsColumn(type, property));

    // Codegen writes a property for each column and then the table's name; what other parts of the record hold stands before or behind these.
    private static IEnumerable<PropertyInfo> GeneratedProperties(Type type, int columns)
    {
        PropertyInfo[] all = [.. Properties(type).OrderBy(property => property.MetadataToken)];
        PropertyInfo? name = type.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .FirstOrDefault(property => property.Name.Split('.')[^1] == nameof(ITableRow<>.TableName));
        PropertyInfo[] before = [.. all.Where(property => name is not null && property.MetadataToken < name.MetadataToken)];
        return before.Length < columns ? all : before.TakeLast(columns);
    }

    private static string NameOf(PropertyInfo property) => property.GetCustomAttribute<System.ComponentModel.DataAnnotations.Schema.ColumnAttribute>()?.Name ?? property.Name;

    private static bool IsAnonymous(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.Name.Contains("AnonymousType", StringComparison.Ordinal);
}
