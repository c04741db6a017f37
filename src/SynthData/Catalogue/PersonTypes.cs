using System.Collections.Immutable;
using static SynthData.Catalogue.TypeEntry;

namespace SynthData.Catalogue;

/// <summary>What can be said of a person. All of one row tell of one person.</summary>
internal static class PersonTypes
{
    private const string Entity = "person";

    public static ImmutableArray<SemanticType> All { get; } =
    [
        Text("person.full_name", Entity, "The whole name as people of the locale write it: first and last name, in Russian with the patronymic, "
            + "in Japanese and Chinese the family's name first.",
            Named,
            aliases: ["full_name", "customer_name", "employee_name", "patient_name", "student_name", "person_name", "contact_name", "guest_name",
                "member_name"]),
        Text("person.first_name", Entity, "A first name of the person's sex, as frequent as among people.",
            Named, aliases: ["first_name", "given_name", "forename", "fname", "voornaam", "vorname", "prenom"]),
        Text("person.middle_name", Entity, "The name between first and last: a second first name of the person's sex, in Russian the patronymic.",
            ["en-US", "en-GB", "ru-RU"], aliases: ["middle_name", "patronymic", "mname"]),
        Text("person.last_name", Entity, "A last name, in Russian and Polish of the person's sex; Dutch ones with their small words, as after a first name.",
            Named, aliases: ["last_name", "surname", "family_name", "lname", "achternaam", "nachname", "familienname", "nom_de_famille"]),
        Text("person.sex", Entity, "F or M, half each, or by weights: `values: { F: 52, M: 48 }`; the rest of the person follows.",
            Named, aliases: ["sex", "gender", "geslacht", "geschlecht", "sexe"]) with { Values = ["F", "M"] },
        Text("person.honorific", Entity, "A form of address that fits the sex.", Named, aliases: ["honorific", "salutation", "aanhef", "anrede", "civilite"]),
        Text("person.email", Entity, "An e-mail address made of the name in Latin letters, at a domain set aside for examples.",
            Named, Unlimited, ["email", "email_address", "mail", "mail_address"]),
        Text("person.username", Entity, "A user name made of the name in Latin letters.",
            Named, Unlimited, ["username", "login", "login_name", "nickname", "benutzername"]),
        Text("person.department", Entity, "The part of a company that the person works in.", Deep, aliases: ["afdeling", "abteilung"]),
        Text("person.job_title", Entity, "What the person does in that department, in the form of the person's sex.",
            Deep, aliases: ["job_title", "occupation", "beruf"]),
        InLocales("person.national_id", Entity,
            "The number by which the country knows the person; it agrees with the sex where it tells it.", NationalNumberLocales.National,
            "US SSN (never issued: area 900 to 999), DE IdNr (ISO 7064 MOD 11,10; for tests: begins with 0), FR NIR (key 97), NL BSN (proof by 11; begins with 9), "
            + "RU СНИЛС (modulo 101), GB NINO (prefix QQ, never issued), ES DNI (modulo 23), PL PESEL, TR kimlik no, BR CPF",
            ["ssn", "social_security_number", "national_id", "bsn", "burgerservicenummer", "snils", "pesel", "cpf", "nino"]) with { Number = "national" },
        InLocales("person.tax_id", Entity,
            "The number a person has for taxes; the national one where there is no other.", NationalNumberLocales.Tax,
            "as person.national_id; FR SPI (modulo 511), RU ИНН (two check digits, modulo 11)",
            ["tax_id", "tax_number", "steuer_id", "idnr"]) with { Number = "national" },
        InLocales("person.passport_number", Entity, "The number of a passport, in the form of the country.", NationalNumberLocales.Passport,
            "ICAO 9303, without check digit", ["passport", "passport_number", "passport_no"]),
    ];
}
