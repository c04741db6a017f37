using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations.Schema;
using System.Reflection;
using SynthData.Diagnostics;
using SynthData.Testing.Binding;

namespace SynthData.Testing;

/// <summary>Finds the table that a test means.</summary>
internal static class TableName
{
    /// <summary>Gives the table of a type: the one it was written for, or that <see cref="TableAttribute"/> names, else the one named like the type or its plural.</summary>
    /// <exception cref="FixtureException">There is none (SD8422, SD8425).</exception>
    public static string Of(Type type, ImmutableArray<string> tables)
    {
        if (GeneratedRows.Of(type) is { } generated)
            return Known(generated.TableName, tables);
        if (type.GetCustomAttribute<TableAttribute>() is { } named)
            return Known(named.Name, tables);
        string name = type.Name;
        string[] plurals = [name, name + "s", name + "es", .. name.EndsWith('y') ? [name[..^1] + "ies"] : Array.Empty<string>()];
        return plurals.SelectMany(plural => LooseName.Find(plural, tables)).FirstOrDefault()
            ?? throw new FixtureException(FixtureDiagnostics.TypeWithoutTable.At(null, name, string.Join(", ", tables), tables[0]));
    }

    /// <summary>Gives the table of a name, compared without case and underscores where none is equal.</summary>
    /// <exception cref="FixtureException">There is none (SD8425).</exception>
    public static string Known(string name, ImmutableArray<string> tables) =>
        tables.Contains(name, StringComparer.Ordinal) ? name
        : LooseName.Find(name, tables) is [{ } only] ? only
        : throw new FixtureException(FixtureDiagnostics.UnknownTable.At(null, name, LooseName.Suggest(name, tables), string.Join(", ", tables)));
}
