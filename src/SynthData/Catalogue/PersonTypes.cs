using System.Collections.Immutable;
using static SynthData.Catalogue.TypeEntry;

namespace SynthData.Catalogue;

/// <summary>What can be said of a person. All of one row tell of one person.</summary>
internal static class PersonTypes
{
    private const string Entity = "person";

    public static ImmutableArray<SemanticType> All { get; } =
    [
        Text("person.full_name", Entity, "First name and last name.",
            aliases: ["full_name", "customer_name", "employee_name", "patient_name", "student_name", "person_name", "contact_name", "guest_name",
                "member_name"]),
        Text("person.first_name", Entity, "A first name of the person's sex, as frequent as among people.",
            aliases: ["first_name", "given_name", "forename", "fname", "voornaam"]),
        Text("person.last_name", Entity, "A last name; Dutch ones with their small words, as after a first name.",
            aliases: ["last_name", "surname", "family_name", "lname", "achternaam"]),
        Text("person.sex", Entity, "F or M, half each.", aliases: ["sex", "gender", "geslacht"]),
        Text("person.honorific", Entity, "A form of address that fits the sex.", aliases: ["honorific", "salutation", "aanhef"]),
        Text("person.email", Entity, "An e-mail address made of the name, at a domain set aside for examples.",
            Unlimited, ["email", "email_address", "mail", "mail_address"]),
        Text("person.username", Entity, "A user name made of the name.", Unlimited, ["username", "login", "login_name", "nickname"]),
        InLocales("person.national_id", Entity,
            "The number by which the country knows the person; it agrees with the sex where it tells it.", NationalNumberLocales.National,
            "US SSN (never issued: area 900 to 999), DE IdNr (ISO 7064 MOD 11,10; for tests: begins with 0), FR NIR (key 97), NL BSN (proof by 11; begins with 9), "
            + "RU СНИЛС (modulo 101), GB NINO (prefix QQ, never issued), ES DNI (modulo 23), PL PESEL, TR kimlik no, BR CPF",
            ["ssn", "social_security_number", "national_id", "bsn", "burgerservicenummer", "snils", "pesel", "cpf", "nino"]),
        InLocales("person.tax_id", Entity,
            "The number a person has for taxes; the national one where there is no other.", NationalNumberLocales.Tax,
            "as person.national_id; FR SPI (modulo 511), RU ИНН (two check digits, modulo 11)",
            ["tax_id", "tax_number", "steuer_id", "idnr"]),
        InLocales("person.passport_number", Entity, "The number of a passport, in the form of the country.", NationalNumberLocales.Passport,
            "ICAO 9303, without check digit", ["passport", "passport_number", "passport_no"]),
    ];
}
