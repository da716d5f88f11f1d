package vn.vigil.cli.command.roster;

import picocli.CommandLine;
import vn.vigil.people.Office;

/** Offices as the user types them: {@code team-leader}. */
final class OfficeConverter implements CommandLine.ITypeConverter<Office> {
    @Override
    public Office convert(String word) {
        Office office = Office.of(word);
        if (office == null) {
            throw new CommandLine.TypeConversionException(word);
        }
        return office;
    }
}
