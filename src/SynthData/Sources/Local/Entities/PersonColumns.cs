using SynthData.Numerics;

namespace SynthData.Sources.Local.Entities;

/// <summary>Makes the columns of the entity <c>person</c>.</summary>
internal static class PersonColumns
{
    /// <summary>Gives the column of a type, or null for a type that is not a person's.</summary>
    public static EntityColumn? For(string type, string locale, int generator, StreamKey stream)
    {
        EntityWords words = EntityWords.For(locale, generator);
        var person = new PersonEntity(stream, words);
        return type switch
        {
            "person.full_name" => new FullNameColumn(person),
            "person.first_name" => new PooledColumn(person.Names.First, person.First),
            "person.middle_name" => new PooledColumn(person.Names.Middle, person.Middle),
            "person.last_name" => new PooledColumn(person.Names.Family, person.Last),
            "person.sex" => new PooledColumn(Sex.Pool, (in rows, index) => person.IsMale(rows, index) ? Sex.Male : Sex.Female),
            "person.honorific" => new PooledColumn(person.Names.Honorifics, person.Honorific),
            "person.email" or "contact.email" or "internet.email" => new EmailColumn(person),
            "person.username" or "internet.username" => new ComposedColumn(person.UserName),
            "person.department" => new PooledColumn(words.Jobs.Departments.Pool, person.Department),
            "person.job_title" => new PooledColumn(words.Jobs.Titles, person.JobTitle),
            _ => null,
        };
    }
}
